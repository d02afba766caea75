package dev.ocellus.lucene.check;

import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.TunedFusion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an index: Lucene's files, what the index records of itself, every photo's documents, and
 * the photos on disk. Changes nothing. Writers are kept away as long as Lucene's files are checked;
 * searches go on.
 */
public final class IndexCheck {

  private final Path index;
  private final boolean deep;

  /**
   * @param index the index's folder
   * @param deep whether to read every photo file and compare its hash, and to have Lucene compare
   *     what it can only slowly
   */
  public IndexCheck(Path index, boolean deep) {
    this.index = index;
    this.deep = deep;
  }

  /**
   * Checks. Where Lucene's files are damaged, the photos are not looked at.
   *
   * @throws IndexException if there is no index, or if another process writes it
   * @throws IOException if the disk fails
   */
  public CheckReport run(CheckListener listener) throws IOException {
    Findings findings = new Findings(listener);
    if (!Files.isDirectory(index)) {
      throw new IndexException("no index at " + index + "; make one with: ocellus index");
    }
    try (Directory directory = FSDirectory.open(index)) {
      if (!DirectoryReader.indexExists(directory)) {
        throw new IndexException(
            index
                + " holds no index (no file %s*); make one with: ocellus index"
                    .formatted(IndexFileNames.SEGMENTS));
      }
      Lock lock = LuceneCheck.lock(directory, index);
      if (LuceneCheck.run(directory, lock, deep, findings)) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          check(reader, findings);
        }
      }
    }
    return findings.report();
  }

  private void check(DirectoryReader reader, Findings findings) throws IOException {
    IndexMetadata metadata = metadata(reader, findings);
    if (metadata == null) {
      return;
    }
    fusion(metadata, findings);
    findings.started(new IndexSearcher(reader).count(PhotoSchema.PHOTOS));
    DuplicateCheck.run(reader, findings);
    FileCheck files = new FileCheck(metadata.photoFolder(), deep, findings);
    PhotoCheck photos = new PhotoCheck(reader, metadata, findings);
    for (LeafReaderContext leaf : reader.leaves()) {
      BlockCheck block = new BlockCheck(leaf, metadata.modelId(), findings);
      if (!block.run(photo -> files.check(photos.check(photo)))) {
        return;
      }
    }
  }

  private @Nullable IndexMetadata metadata(DirectoryReader reader, Findings findings)
      throws IOException {
    try {
      return IndexMetadata.fromCommitData(index.toString(), reader.getIndexCommit().getUserData());
    } catch (IllegalArgumentException e) {
      findings.problem(CheckPart.METADATA, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void fusion(IndexMetadata metadata, Findings findings) {
    try {
      new TunedFusion(index).own(metadata.modelId());
    } catch (DataException e) {
      findings.problem(CheckPart.METADATA, String.valueOf(e.getMessage()));
    }
  }
}
