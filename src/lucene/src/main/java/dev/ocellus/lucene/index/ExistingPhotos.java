package dev.ocellus.lucene.index;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.PhotoMark;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** What the index held when a run began: by path, and by content so that renames are found. */
final class ExistingPhotos implements Closeable {

  private final @Nullable DirectoryReader reader;
  private final Map<String, Entry> byId = new HashMap<>();
  private final Map<String, Entry> bySha256 = new HashMap<>();

  /** A photo in the index, by its document number. */
  record Entry(
      String id,
      String sha256,
      List<String> captions,
      FieldValues fields,
      PhotoMark mark,
      int document) {}

  private ExistingPhotos(@Nullable DirectoryReader reader) {
    this.reader = reader;
  }

  /** The photos of the last commit; none if there was no commit yet. */
  static ExistingPhotos in(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return new ExistingPhotos(null);
    }
    DirectoryReader reader = DirectoryReader.open(directory);
    ExistingPhotos existing = new ExistingPhotos(reader);
    existing.load(reader);
    return existing;
  }

  private void load(DirectoryReader reader) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    Query isPhoto = searcher.rewrite(PhotoSchema.PHOTOS);
    Weight weight = searcher.createWeight(isPhoto, ScoreMode.COMPLETE_NO_SCORES, 1);
    StoredFields stored = reader.storedFields();
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator documents = scorer.iterator();
      for (int doc = documents.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = documents.nextDoc()) {
        if (live == null || live.get(doc)) {
          add(stored.document(leaf.docBase + doc), leaf.docBase + doc);
        }
      }
    }
  }

  private void add(Document document, int number) {
    Entry entry =
        new Entry(
            document.get(PhotoSchema.ID),
            document.get(PhotoSchema.CONTENT_SHA256),
            List.of(document.getValues(PhotoSchema.CAPTION)),
            FieldValues.read(document),
            mark(document),
            number);
    byId.put(entry.id(), entry);
    bySha256.put(entry.sha256(), entry);
  }

  private static PhotoMark mark(Document document) {
    String action = document.get(PhotoSchema.POLICY_ACTION);
    return action == null
        ? PhotoMark.NONE
        : new PhotoMark(
            Action.valueOf(action.toUpperCase(Locale.ROOT)),
            List.of(document.getValues(PhotoSchema.POLICY_CATEGORY)));
  }

  Set<String> ids() {
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
    if (reader == null) {
      throw new AssertionError("an index without a commit has no photo " + entry.id());
    }
    return new PhotoReader(reader).read(entry.document());
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
