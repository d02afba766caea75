package dev.ocellus.lucene.index;

import dev.ocellus.lucene.PhotoSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BitSet;

/** Reads photos back from their documents: the inverse of {@link PhotoDocument}. */
public final class PhotoReader {

  private final IndexReader reader;

  public PhotoReader(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * @param document number of a photo's document
   * @throws IOException if the index is corrupt
   */
  public IndexedPhoto read(int document) throws IOException {
    Document stored = reader.storedFields().document(document);
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    int photo = document - leaf.docBase;
    IndexableField takenAt = stored.getField(PhotoSchema.TAKEN_AT);
    return new IndexedPhoto(
        stored.get(PhotoSchema.ID),
        stored.get(PhotoSchema.CONTENT_SHA256),
        new IndexedPhoto.Picture(
            vector(leaf, PhotoSchema.IMAGE_VECTOR, photo),
            number(stored, PhotoSchema.PERCEPTUAL_HASH),
            (int) number(stored, PhotoSchema.WIDTH),
            (int) number(stored, PhotoSchema.HEIGHT),
            takenAt == null ? null : takenAt.numericValue().longValue()),
        List.of(stored.getValues(PhotoSchema.CAPTION)),
        captionVectors(leaf, photo));
  }

  private static List<float[]> captionVectors(LeafReaderContext leaf, int photo)
      throws IOException {
    BitSet photos = PhotoSchema.PARENTS.getBitSet(leaf);
    int first = photos == null || photo == 0 ? 0 : photos.prevSetBit(photo - 1) + 1;
    List<float[]> vectors = new ArrayList<>();
    for (int caption = first; caption < photo; caption++) {
      vectors.add(vector(leaf, PhotoSchema.CAPTION_VECTOR, caption));
    }
    return vectors;
  }

  private static float[] vector(LeafReaderContext leaf, String field, int doc) throws IOException {
    FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
    if (values != null) {
      KnnVectorValues.DocIndexIterator documents = values.iterator();
      if (documents.advance(doc) == doc) {
        float[] shared = values.vectorValue(documents.index());
        return Arrays.copyOf(shared, shared.length);
      }
    }
    throw new IOException("corrupt index: document " + doc + " has no " + field);
  }

  private static long number(Document document, String field) {
    return document.getField(field).numericValue().longValue();
  }
}
