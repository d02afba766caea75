package dev.ocellus.lucene.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.PhotoMark;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.TokenVectors;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A photo as the {@code _source} of a document in a search cluster, whose {@code _id} is the
 * photo's id. Fields are called as {@link PhotoSchema} calls them; the captions' vectors are nested
 * objects, in the order of the captions' texts. Vectors are Base64 of little-endian floats, tokens
 * Base64 of what {@link TokenVectors#toBytes} makes.
 */
public final class PhotoSource {

  /** The nested objects, one a caption. */
  public static final String CAPTIONS = "captions";

  static final String VECTOR = "vector";
  static final String TOKENS = "tokens";
  static final String SUBJECTS = "subjects";

  private PhotoSource() {}

  /**
   * The document of a photo.
   *
   * @param fields of the index
   * @throws IllegalArgumentException if the photo has a field that the index lacks
   */
  public static ObjectNode write(
      IndexedPhoto photo, String modelId, FieldCatalogue fields, PhotoMark mark) {
    ObjectNode source = ExportJson.object();
    ArrayNode texts = source.putArray(PhotoSchema.CAPTION);
    photo.captions().forEach(texts::add);
    source.put(PhotoSchema.MODEL_ID, modelId);
    putPicture(source, photo.sha256(), photo.picture());
    if (mark.action() != Action.ALLOW) {
      source.put(PhotoSchema.POLICY_ACTION, mark.action().key());
      ArrayNode categories = source.putArray(PhotoSchema.POLICY_CATEGORY);
      mark.categories().forEach(categories::add);
    }
    photo
        .fields()
        .byName()
        .forEach((name, values) -> putValues(source.putArray(name), fields.kind(name), values));
    putCaptions(source, photo.encodedCaptions());
    return source;
  }

  /**
   * Puts the fields that depend on a photo's file alone.
   *
   * @param sha256 of the file, hexadecimal
   */
  public static void putPicture(ObjectNode source, String sha256, IndexedPhoto.Picture picture) {
    source.put(PhotoSchema.CONTENT_SHA256, sha256);
    source.put(PhotoSchema.WIDTH, picture.width());
    source.put(PhotoSchema.HEIGHT, picture.height());
    source.put(PhotoSchema.PERCEPTUAL_HASH, picture.perceptualHash());
    Long takenAt = picture.takenAt();
    if (takenAt != null) {
      source.put(PhotoSchema.TAKEN_AT, DatePeriod.format(takenAt));
      source.put(PhotoSchema.YEAR, DatePeriod.yearOf(takenAt));
    }
    source.put(PhotoSchema.IMAGE_VECTOR, Vectors.write(picture.vector()));
    source.put(PhotoSchema.IMAGE_HUBNESS, picture.hubness());
  }

  /** Puts {@value #CAPTIONS}: one object a caption, in the order given. */
  public static void putCaptions(ObjectNode source, List<EncodedCaption> encodedCaptions) {
    ArrayNode captions = source.putArray(CAPTIONS);
    for (EncodedCaption encoded : encodedCaptions) {
      ObjectNode caption = captions.addObject();
      caption.put(VECTOR, Vectors.write(encoded.vector()));
      TokenVectors tokens = encoded.tokens();
      if (tokens != null) {
        byte[] bytes = BytesRef.deepCopyOf(tokens.toBytes()).bytes;
        caption.put(TOKENS, Base64.getEncoder().encodeToString(bytes));
      }
      caption.put(SUBJECTS, encoded.subjectBits());
    }
  }

  private static void putValues(ArrayNode array, @Nullable FieldKind kind, List<Object> values) {
    if (kind == null) {
      throw new IllegalArgumentException("the index lacks a field of " + values);
    }
    for (Object value : values) {
      switch (kind.shown(value)) {
        case Long number -> array.add(number);
        case Double number -> array.add(number);
        case Object text -> array.add(text.toString());
      }
    }
  }
}
