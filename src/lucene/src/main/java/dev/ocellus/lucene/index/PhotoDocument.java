package dev.ocellus.lucene.index;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.PhotoMark;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.TokenVectors;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.NumericUtils;

/** A photo's block of documents, as {@link PhotoSchema} says. */
public final class PhotoDocument {

  private PhotoDocument() {}

  /** The documents of a photo in an index without fields of its own and a content policy. */
  public static List<Document> block(IndexedPhoto photo, String modelId) {
    return block(photo, modelId, FieldCatalogue.BUILT_IN);
  }

  /** The documents of a photo in an index without a content policy. */
  public static List<Document> block(IndexedPhoto photo, String modelId, FieldCatalogue fields) {
    return block(photo, modelId, fields, PhotoMark.NONE);
  }

  /**
   * The captions' documents, then the photo's.
   *
   * @throws IllegalArgumentException if the photo has a field that the catalogue lacks
   */
  static List<Document> block(
      IndexedPhoto photo, String modelId, FieldCatalogue fields, PhotoMark mark) {
    List<Document> block = new ArrayList<>();
    for (EncodedCaption encoded : photo.encodedCaptions()) {
      block.add(caption(photo.id(), encoded));
    }
    IndexedPhoto.Picture picture = photo.picture();
    Document document = document(PhotoSchema.PHOTO_KIND, photo.id());
    document.add(new KeywordField(PhotoSchema.CONTENT_SHA256, photo.sha256(), Store.YES));
    document.add(new KeywordField(PhotoSchema.MODEL_ID, modelId, Store.NO));
    document.add(vectorField(PhotoSchema.IMAGE_VECTOR, picture.vector()));
    document.add(
        number(PhotoSchema.IMAGE_HUBNESS, NumericUtils.floatToSortableInt(picture.hubness())));
    document.add(new LongField(PhotoSchema.PERCEPTUAL_HASH, picture.perceptualHash(), Store.YES));
    document.add(new LongField(PhotoSchema.WIDTH, picture.width(), Store.YES));
    document.add(new LongField(PhotoSchema.HEIGHT, picture.height(), Store.YES));
    Long takenAt = picture.takenAt();
    if (takenAt != null) {
      document.add(new LongField(PhotoSchema.TAKEN_AT, takenAt, Store.YES));
      document.add(new LongField(PhotoSchema.YEAR, DatePeriod.yearOf(takenAt), Store.NO));
    }
    if (mark.action() != Action.ALLOW) {
      document.add(new KeywordField(PhotoSchema.POLICY_ACTION, mark.action().key(), Store.YES));
    }
    for (String category : mark.categories()) {
      document.add(new KeywordField(PhotoSchema.POLICY_CATEGORY, category, Store.YES));
    }
    for (String caption : photo.captions()) {
      document.add(new Field(PhotoSchema.CAPTION, caption, PhotoSchema.CAPTION_TYPE));
    }
    photo.fields().addTo(document, fields);
    block.add(document);
    return block;
  }

  private static Document caption(String id, EncodedCaption encoded) {
    Document caption = document(PhotoSchema.CAPTION_KIND, id);
    caption.add(vectorField(PhotoSchema.CAPTION_VECTOR, encoded.vector()));
    TokenVectors tokens = encoded.tokens();
    if (tokens != null) {
      caption.add(new BinaryDocValuesField(PhotoSchema.CAPTION_TOKENS, tokens.toBytes()));
    }
    caption.add(number(PhotoSchema.CAPTION_SUBJECTS, encoded.subjectBits()));
    return caption;
  }

  private static Document document(String kind, String id) {
    Document document = new Document();
    document.add(new StringField(PhotoSchema.KIND, kind, Store.NO));
    document.add(new KeywordField(PhotoSchema.ID, id, Store.YES));
    return document;
  }

  private static Field number(String name, long value) {
    return new SortedNumericDocValuesField(name, value);
  }

  private static KnnFloatVectorField vectorField(String name, float[] vector) {
    return new KnnFloatVectorField(name, vector, VectorSimilarityFunction.DOT_PRODUCT);
  }
}
