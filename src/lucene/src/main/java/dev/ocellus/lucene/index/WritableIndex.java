package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.fields.FieldCatalogue;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * An index whose photos are read and written one by one, locked against other writers until it is
 * closed. What was not committed then is undone. For use by one thread.
 */
public final class WritableIndex implements Closeable {

  private final Directory directory;
  private final CaptionAnalyzer analyzer;
  private final PhotoIndexWriter writer;
  private final Set<String> changed = new HashSet<>();
  private DirectoryReader reader;

  private WritableIndex(
      Directory directory,
      CaptionAnalyzer analyzer,
      PhotoIndexWriter writer,
      DirectoryReader reader) {
    this.directory = directory;
    this.analyzer = analyzer;
    this.writer = writer;
    this.reader = reader;
  }

  /**
   * Opens an index.
   *
   * @throws IndexException if there is none, or another writer is at work
   */
  public static WritableIndex open(Path folder) throws IOException {
    IndexMetadata recorded = recorded(folder);
    if (recorded == null) {
      throw new IndexException("no index at " + folder + "; make one with: ocellus index");
    }
    return open(folder, recorded, recorded);
  }

  /**
   * Opens an index, or makes one where there is none.
   *
   * @param metadata of a new index
   * @throws IndexException if another writer is at work
   */
  public static WritableIndex openOrCreate(Path folder, IndexMetadata metadata) throws IOException {
    IndexMetadata recorded = recorded(folder);
    Files.createDirectories(folder);
    return open(folder, recorded, recorded == null ? metadata : recorded);
  }

  /**
   * What the last commit of an index recorded, or null if there is no index.
   *
   * @throws IndexException if the index is not Ocellus's
   */
  public static @Nullable IndexMetadata recorded(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      if (Files.exists(folder)) {
        throw new IndexException(folder + " is a file; an index is a folder");
      }
      return null;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory)
          ? IndexMetadata.fromCommitData(
              folder.toString(), SegmentInfos.readLatestCommit(directory).getUserData())
          : null;
    }
  }

  private static WritableIndex open(
      Path folder, @Nullable IndexMetadata recorded, IndexMetadata metadata) throws IOException {
    CaptionAnalyzer analyzer =
        CaptionAnalyzer.recorded(folder.toString(), metadata.language(), metadata.analyzer());
    RecordedPolicy policy = metadata.policy();
    PhotoMarker marker = policy == null ? PhotoMarker.NONE : new PhotoMarker(policy.policy());
    Directory directory = FSDirectory.open(folder);
    PhotoIndexWriter writer = null;
    try {
      writer = new PhotoIndexWriter(directory, folder, analyzer.analyzer(), metadata, marker);
      if (!Objects.equals(recorded, recorded(folder))) {
        throw new IndexException(
            folder + " was changed by another process just now; run the command again");
      }
      return new WritableIndex(directory, analyzer, writer, writer.openReader());
    } catch (IOException | RuntimeException e) {
      if (writer != null) {
        writer.close();
      }
      directory.close();
      throw e;
    }
  }

  /** What the next commit records. */
  public IndexMetadata metadata() {
    return writer.metadata();
  }

  /** The analyzer of the captions. */
  public CaptionAnalyzer analyzer() {
    return analyzer;
  }

  /** The photo of an id, as it was last written; null if there is none. */
  public @Nullable IndexedPhoto photo(String id) throws IOException {
    if (changed.contains(id)) {
      refresh();
    }
    return find(new Term(PhotoSchema.ID, id));
  }

  /** A photo that was indexed from a file of this content, or null if there is none. */
  public @Nullable IndexedPhoto photoOfContent(String sha256) throws IOException {
    return find(new Term(PhotoSchema.CONTENT_SHA256, sha256));
  }

  private @Nullable IndexedPhoto find(Term term) throws IOException {
    BooleanQuery query =
        new BooleanQuery.Builder()
            .add(new TermQuery(term), Occur.FILTER)
            .add(PhotoSchema.PHOTOS, Occur.FILTER)
            .build();
    ScoreDoc[] found = new IndexSearcher(reader).search(query, 1).scoreDocs;
    return found.length == 0 ? null : new PhotoReader(reader).read(found[0].doc);
  }

  private void refresh() throws IOException {
    DirectoryReader fresh = writer.openReader();
    reader.close();
    reader = fresh;
    changed.clear();
  }

  /**
   * Adds a photo, in place of the one of the same id, with the mark that the index's content policy
   * gives its captions.
   *
   * @throws IllegalArgumentException if it has a field that the index lacks
   */
  public void put(IndexedPhoto photo) throws IOException {
    writer.put(photo);
    changed.add(photo.id());
  }

  /** Removes a photo and its captions, if it is there. */
  public void remove(String id) throws IOException {
    writer.remove(id);
    changed.add(id);
  }

  /**
   * Gives the index more fields.
   *
   * @throws IndexException if it has one of them with another kind
   */
  public void addFields(FieldCatalogue fields) {
    writer.addFields(fields);
  }

  /** Commits; returns the number of photos in the index. */
  public int commit() throws IOException {
    int photos = writer.commit();
    refresh();
    return photos;
  }

  /** Commits if much time has passed since the last commit. */
  public void commitNowAndThen() throws IOException {
    if (writer.commitNowAndThen()) {
      refresh();
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, writer, directory);
  }
}
