package dev.ocellus.lucene.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.TunedFusion;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that an index holds as JSON Lines: a header, then a line a photo, with its vectors, so
 * that {@link PhotoImport} needs no encoder. The last commit is written, whatever happens
 * meanwhile.
 */
public final class PhotoExport {

  private final Path index;

  /**
   * @param index the index's folder
   */
  public PhotoExport(Path index) {
    this.index = index;
  }

  /**
   * Writes a file, which appears when it is complete; stopped, it leaves none.
   *
   * @return number of photos written
   * @throws IndexException if there is no index
   * @throws DataException if the file is there already
   */
  public long writeTo(Path file, IndexProgress progress) throws IOException {
    if (Files.exists(file)) {
      throw new DataException(file + " is there already; give another name, or delete it");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      long photos;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        photos = writeTo(out, progress);
      }
      if (!progress.cancelled()) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return photos;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Writes to a stream, which is left open.
   *
   * @return number of photos written: all, unless the listener stopped it
   * @throws IndexException if there is no index
   */
  public long writeTo(OutputStream out, IndexProgress progress) throws IOException {
    if (!Files.isDirectory(index)) {
      throw new IndexException("no index at " + index + "; make one with: ocellus index");
    }
    try (Directory directory = FSDirectory.open(index)) {
      if (!DirectoryReader.indexExists(directory)) {
        throw new IndexException(index + " holds no index; make one with: ocellus index");
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return write(reader, out, progress);
      }
    }
  }

  private long write(DirectoryReader reader, OutputStream out, IndexProgress progress)
      throws IOException {
    IndexMetadata metadata =
        IndexMetadata.fromCommitData(index.toString(), reader.getIndexCommit().getUserData());
    int photos = new IndexSearcher(reader).count(PhotoSchema.PHOTOS);
    progress.started(photos);
    ExportHeader header =
        new ExportHeader(metadata, captionDimension(reader), fusion(metadata), photos);
    line(out, ExportJson.write(header.toJson()));
    PhotoReader photoReader = new PhotoReader(reader);
    PhotoLine line = new PhotoLine(metadata.fields());
    long done = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      BitSet parents = PhotoSchema.PARENTS.getBitSet(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int photo = 0; parents != null && photo < leaf.reader().maxDoc(); photo++) {
        if (parents.get(photo) && (live == null || live.get(photo))) {
          if (progress.cancelled()) {
            return done;
          }
          line(out, line.write(photoReader.read(leaf.docBase + photo)));
          progress.advanced(++done);
        }
      }
    }
    out.flush();
    return done;
  }

  private static int captionDimension(DirectoryReader reader) {
    FieldInfo captions =
        FieldInfos.getMergedFieldInfos(reader).fieldInfo(PhotoSchema.CAPTION_VECTOR);
    return captions == null ? 0 : captions.getVectorDimension();
  }

  private static void line(OutputStream out, byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  private @Nullable JsonNode fusion(IndexMetadata metadata) throws IOException {
    TunedFusion tuned = new TunedFusion(index);
    return tuned.own(metadata.modelId()) == null
        ? null
        : ExportJson.read(Files.readAllBytes(tuned.file()));
  }
}
