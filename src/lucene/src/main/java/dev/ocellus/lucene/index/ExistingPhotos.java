package dev.ocellus.lucene.index;

import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.policy.PhotoMark;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** What the index held when a run began: by path, and by content so that renames are found. */
public final class ExistingPhotos implements Closeable {

  private final Source source;
  private final Map<String, Entry> byId = new HashMap<>();
  private final Map<String, Entry> bySha256 = new HashMap<>();

  /** A photo in the index, but for what its pixels and its captions gave. */
  public record Entry(
      String id, String sha256, List<String> captions, FieldValues fields, PhotoMark mark) {}

  /** Where photos are read from. Used by several threads. */
  public interface Source extends Closeable {

    /** All that the index has of a photo. */
    IndexedPhoto read(Entry entry) throws IOException;
  }

  /**
   * @param entries one a photo
   * @param source closed with this
   */
  public ExistingPhotos(Collection<Entry> entries, Source source) {
    this.source = source;
    for (Entry entry : entries) {
      byId.put(entry.id(), entry);
      bySha256.put(entry.sha256(), entry);
    }
  }

  /** The photos of the last commit; none if there was no commit yet. */
  static ExistingPhotos in(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return none();
    }
    CommittedPhotos committed = new CommittedPhotos(DirectoryReader.open(directory));
    return new ExistingPhotos(committed.entries(), committed);
  }

  /** Of an index that is not there yet. */
  public static ExistingPhotos none() {
    return new ExistingPhotos(
        List.of(),
        new Source() {
          @Override
          public IndexedPhoto read(Entry entry) {
            throw new AssertionError("an index that is not there has no photo " + entry.id());
          }

          @Override
          public void close() {}
        });
  }

  /** Ids of all photos. */
  public Set<String> ids() {
    return byId.keySet();
  }

  @Nullable Entry withId(String id) {
    return byId.get(id);
  }

  @Nullable Entry withContent(String sha256) {
    return bySha256.get(sha256);
  }

  /** All that the index has of a photo. */
  IndexedPhoto read(Entry entry) throws IOException {
    return source.read(entry);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
