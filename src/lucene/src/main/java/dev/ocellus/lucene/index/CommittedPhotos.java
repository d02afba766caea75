package dev.ocellus.lucene.index;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.index.ExistingPhotos.Entry;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.PhotoMark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.apache.lucene.util.Bits;

/** The photos of a commit of a Lucene index. */
final class CommittedPhotos implements ExistingPhotos.Source {

  private final DirectoryReader reader;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> documents = new HashMap<>();

  /**
   * @param reader closed with this
   */
  CommittedPhotos(DirectoryReader reader) throws IOException {
    this.reader = reader;
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
      DocIdSetIterator photos = scorer.iterator();
      for (int doc = photos.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = photos.nextDoc()) {
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
            mark(document));
    entries.add(entry);
    documents.put(entry.id(), number);
  }

  private static PhotoMark mark(Document document) {
    String action = document.get(PhotoSchema.POLICY_ACTION);
    return action == null
        ? PhotoMark.NONE
        : new PhotoMark(
            Action.valueOf(action.toUpperCase(Locale.ROOT)),
            List.of(document.getValues(PhotoSchema.POLICY_CATEGORY)));
  }

  List<Entry> entries() {
    return entries;
  }

  @Override
  public IndexedPhoto read(Entry entry) throws IOException {
    Integer document = documents.get(entry.id());
    if (document == null) {
      throw new AssertionError("another index's photo " + entry.id());
    }
    return new PhotoReader(reader).read(document);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
