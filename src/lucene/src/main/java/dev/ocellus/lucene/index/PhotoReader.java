package dev.ocellus.lucene.index;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.query.LeafNumbers;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.TokenVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

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
            hubness(leaf, photo),
            number(stored, PhotoSchema.PERCEPTUAL_HASH),
            (int) number(stored, PhotoSchema.WIDTH),
            (int) number(stored, PhotoSchema.HEIGHT),
            takenAt == null ? null : takenAt.numericValue().longValue()),
        List.of(stored.getValues(PhotoSchema.CAPTION)),
        encodedCaptions(leaf, photo),
        FieldValues.read(stored));
  }

  private static List<EncodedCaption> encodedCaptions(LeafReaderContext leaf, int photo)
      throws IOException {
    BitSet photos = PhotoSchema.PARENTS.getBitSet(leaf);
    int first = photos == null || photo == 0 ? 0 : photos.prevSetBit(photo - 1) + 1;
    List<EncodedCaption> captions = new ArrayList<>();
    for (int caption = first; caption < photo; caption++) {
      captions.add(
          new EncodedCaption(
              vector(leaf, PhotoSchema.CAPTION_VECTOR, caption),
              tokens(leaf, caption),
              EncodedCaption.subjectsOf(number(leaf, PhotoSchema.CAPTION_SUBJECTS, caption))));
    }
    return captions;
  }

  private static @Nullable TokenVectors tokens(LeafReaderContext leaf, int caption)
      throws IOException {
    BinaryDocValues tokens = leaf.reader().getBinaryDocValues(PhotoSchema.CAPTION_TOKENS);
    return tokens != null && tokens.advanceExact(caption)
        ? TokenVectors.ofBytes(tokens.binaryValue())
        : null;
  }

  private static float hubness(LeafReaderContext leaf, int photo) throws IOException {
    return NumericUtils.sortableIntToFloat((int) number(leaf, PhotoSchema.IMAGE_HUBNESS, photo));
  }

  private static long number(LeafReaderContext leaf, String field, int doc) throws IOException {
    NumericDocValues numbers = LeafNumbers.of(leaf.reader(), field);
    if (numbers == null || !numbers.advanceExact(doc)) {
      throw new IOException("corrupt index: document " + doc + " has no " + field);
    }
    return numbers.longValue();
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
