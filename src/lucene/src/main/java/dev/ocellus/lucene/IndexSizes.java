package dev.ocellus.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/** Measures what the parts of a commit take on disk. */
final class IndexSizes {

  private final Map<IndexPart, Long> bytes = new EnumMap<>(IndexPart.class);

  private IndexSizes() {
    for (IndexPart part : IndexPart.values()) {
      bytes.put(part, 0L);
    }
  }

  /** Bytes by part; every part is there, and all of them make the size of the commit. */
  static Map<IndexPart, Long> of(Directory directory, SegmentInfos commit) throws IOException {
    IndexSizes sizes = new IndexSizes();
    for (SegmentCommitInfo segment : commit) {
      for (String file : segment.files()) {
        sizes.add(IndexPart.of(extension(file)), directory.fileLength(file));
      }
      if (segment.info.getUseCompoundFile()) {
        sizes.addCompound(directory, segment);
      }
    }
    String segments = commit.getSegmentsFileName();
    if (segments != null) {
      sizes.add(IndexPart.OTHER, directory.fileLength(segments));
    }
    return sizes.bytes;
  }

  /** Small segments have all in one file, which was counted with the others. */
  private void addCompound(Directory directory, SegmentCommitInfo segment) throws IOException {
    try (Directory inside =
        segment.info.getCodec().compoundFormat().getCompoundReader(directory, segment.info)) {
      for (String file : inside.listAll()) {
        long length = inside.fileLength(file);
        add(IndexPart.OTHER, -length);
        add(IndexPart.of(extension(file)), length);
      }
    }
  }

  private void add(IndexPart part, long more) {
    bytes.merge(part, more, Long::sum);
  }

  private static String extension(String file) {
    return Objects.requireNonNullElse(IndexFileNames.getExtension(file), "");
  }
}
