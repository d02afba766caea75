package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.policy.PhotoMark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * Writes photos and commits now and then. What was not committed when it is closed is rolled back.
 */
final class PhotoIndexWriter implements PhotoSink {

  private static final Duration FIRST_COMMIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_UNCOMMITTED = Duration.ofSeconds(30);

  private final IndexWriter writer;
  private final Analyzer analyzer;
  private final PhotoMarker marker;
  private IndexMetadata metadata;
  private Duration commitAfter = FIRST_COMMIT;
  private long lastCommit = System.nanoTime();

  /**
   * @param folder the index's name in messages
   * @param marker what marks the photos; the metadata names its policy
   * @throws IndexException if another writer is at work
   */
  PhotoIndexWriter(
      Directory directory,
      Path folder,
      Analyzer analyzer,
      IndexMetadata metadata,
      PhotoMarker marker)
      throws IOException {
    this.analyzer = analyzer;
    this.metadata = metadata;
    this.marker = marker;
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setCodec(new PhotoCodec())
            .setRAMBufferSizeMB(32)
            .setCommitOnClose(false);
    try {
      this.writer = new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      throw new IndexException(
          folder + " is being written by another process; wait until it has ended", e);
    }
  }

  /** Adds a photo with the mark of its captions, in place of the one of the same id. */
  void put(IndexedPhoto photo) throws IOException {
    put(photo, marker.mark(photo.captions()));
  }

  @Override
  public void put(IndexedPhoto photo, PhotoMark mark) throws IOException {
    List<Document> block = PhotoDocument.block(photo, metadata.modelId(), metadata.fields(), mark);
    writer.updateDocuments(new Term(PhotoSchema.ID, photo.id()), block);
  }

  @Override
  public void remove(String id) throws IOException {
    writer.deleteDocuments(new Term(PhotoSchema.ID, id));
  }

  /**
   * Commits if much time has passed since the last commit: the first soon, so that a long run shows
   * results early, then more and more rarely.
   */
  @Override
  public boolean commitNowAndThen() throws IOException {
    if (System.nanoTime() - lastCommit < commitAfter.toNanos()) {
      return false;
    }
    long start = System.nanoTime();
    commit();
    // Commits wait for the disk: they may take a twentieth of the time, not more.
    Duration rest = Duration.ofNanos((System.nanoTime() - start) * 20);
    Duration doubled = commitAfter.multipliedBy(2);
    commitAfter =
        max(rest, doubled.compareTo(LONGEST_UNCOMMITTED) > 0 ? LONGEST_UNCOMMITTED : doubled);
    return true;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public int commit() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      writer.setLiveCommitData(metadata.toCommitData().entrySet());
      writer.commit();
      lastCommit = System.nanoTime();
      return new IndexSearcher(reader).count(PhotoSchema.PHOTOS);
    }
  }

  /** What was committed and what was written since, as a reader sees it. */
  DirectoryReader openReader() throws IOException {
    return DirectoryReader.open(writer);
  }

  IndexMetadata metadata() {
    return metadata;
  }

  /** Gives the index more fields. */
  void addFields(FieldCatalogue fields) {
    metadata = metadata.withFields(metadata.fields().withAll(fields.own()));
  }

  @Override
  public void allMarked() {
    metadata = metadata.withPolicy(marker.end());
  }

  /** A writer of another index with the same encoder and analyzer. */
  PhotoIndexWriter beside(Directory other, Path itsFolder) throws IOException {
    return new PhotoIndexWriter(other, itsFolder, analyzer, metadata, marker);
  }

  /**
   * Puts the photos of another index into the place of all that this one has, in one commit: who
   * searches sees the old photos or the new ones.
   *
   * @param other an index that {@link #beside} wrote; the writer must be closed
   * @return the number of photos in the index
   */
  int replaceWith(Directory other) throws IOException {
    writer.deleteAll();
    writer.addIndexes(other);
    allMarked();
    return commit();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
