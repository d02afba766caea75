package dev.ocellus.lucene.index;

import dev.ocellus.lucene.PhotoSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** What the index held when a run began: by path, and by content so that renames are found. */
final class ExistingPhotos {

  private final DirectoryReader reader;
  private final Map<String, Entry> byId = new HashMap<>();
  private final Map<String, Entry> bySha256 = new HashMap<>();

  /** A photo in the index, by its document number. */
  record Entry(String id, String sha256, List<String> captions, int document) {}

  ExistingPhotos(DirectoryReader reader) throws IOException {
    this.reader = reader;
    IndexSearcher searcher = new IndexSearcher(reader);
    Query photos = searcher.rewrite(PhotoSchema.PHOTOS);
    Weight weight = searcher.createWeight(photos, ScoreMode.COMPLETE_NO_SCORES, 1);
    StoredFields stored = reader.storedFields();
    Set<String> fields =
        Set.of(PhotoSchema.ID, PhotoSchema.CONTENT_SHA256, PhotoSchema.CAPTION);
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
          add(stored.document(leaf.docBase + doc, fields), leaf.docBase + doc);
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
            number);
    byId.put(entry.id(), entry);
    bySha256.put(entry.sha256(), entry);
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

  /** What the index has of a photo's pixels. */
  IndexedPhoto.Picture picture(Entry entry) throws IOException {
    Document document = reader.storedFields().document(entry.document());
    IndexableField takenAt = document.getField(PhotoSchema.TAKEN_AT);
    LeafReaderContext leaf = leaf(entry);
    float[] vector =
        vectorOf(leaf, PhotoSchema.IMAGE_VECTOR, entry.document() - leaf.docBase);
    return new IndexedPhoto.Picture(
        vector,
        number(document, PhotoSchema.PERCEPTUAL_HASH),
        (int) number(document, PhotoSchema.WIDTH),
        (int) number(document, PhotoSchema.HEIGHT),
        takenAt == null ? null : takenAt.numericValue().longValue());
  }

  /** The vectors of a photo's captions, in order. */
  List<float[]> captionVectors(Entry entry) throws IOException {
    LeafReaderContext leaf = leaf(entry);
    int photo = entry.document() - leaf.docBase;
    BitSet photos = PhotoSchema.PARENTS.getBitSet(leaf);
    int first = photos == null || photo == 0 ? 0 : photos.prevSetBit(photo - 1) + 1;
    List<float[]> vectors = new ArrayList<>();
    for (int child = first; child < photo; child++) {
      vectors.add(vectorOf(leaf, PhotoSchema.CAPTION_VECTOR, child));
    }
    return vectors;
  }

  private LeafReaderContext leaf(Entry entry) {
    return reader.leaves().get(ReaderUtil.subIndex(entry.document(), reader.leaves()));
  }

  private static float[] vectorOf(LeafReaderContext leaf, String field, int doc)
      throws IOException {
    FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
    if (values != null) {
      KnnVectorValues.DocIndexIterator documents = values.iterator();
      if (documents.advance(doc) == doc) {
        float[] vector = values.vectorValue(documents.index());
        return Arrays.copyOf(vector, vector.length);
      }
    }
    throw new IOException("corrupt index: document " + doc + " has no " + field);
  }

  private static long number(Document document, String field) {
    return document.getField(field).numericValue().longValue();
  }
}
