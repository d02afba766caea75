package dev.ocellus.lucene.index;

import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.text.EncodedCaption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A photo as its documents hold it.
 *
 * @param id path relative to the photo folder
 * @param sha256 of the file, hexadecimal
 * @param picture what its pixels gave
 * @param captions texts, in the source's order
 * @param encodedCaptions one a caption
 * @param fields tags, and values of the index's own fields
 */
public record IndexedPhoto(
    String id,
    String sha256,
    Picture picture,
    List<String> captions,
    List<EncodedCaption> encodedCaptions,
    FieldValues fields) {

  /** Without tags and values of further fields. */
  public IndexedPhoto(
      String id,
      String sha256,
      Picture picture,
      List<String> captions,
      List<EncodedCaption> encodedCaptions) {
    this(id, sha256, picture, captions, encodedCaptions, FieldValues.NONE);
  }

  /**
   * What depends on the file's content alone.
   *
   * @param vector unit vector
   * @param hubness how near it is to texts at large, -1 to 1
   * @param perceptualHash 64-bit difference hash
   * @param width in pixels
   * @param height in pixels
   * @param takenAt milliseconds since 1970 of the camera's local time, or null if unknown
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Picture(
      float[] vector,
      float hubness,
      long perceptualHash,
      int width,
      int height,
      @Nullable Long takenAt) {

    /** The same with another vector. */
    Picture withVector(float[] newVector, float newHubness) {
      return new Picture(newVector, newHubness, perceptualHash, width, height, takenAt);
    }
  }

  /** The same with another image vector, which is so near to texts at large. */
  public IndexedPhoto withVector(float[] vector, float hubness) {
    return withPicture(picture.withVector(vector, hubness));
  }

  /** The same with another picture. */
  public IndexedPhoto withPicture(Picture newPicture) {
    return new IndexedPhoto(id, sha256, newPicture, captions, encodedCaptions, fields);
  }

  /** The same with other tags and values of further fields. */
  public IndexedPhoto withFields(FieldValues newFields) {
    return new IndexedPhoto(id, sha256, picture, captions, encodedCaptions, newFields);
  }

  /** The same with its captions encoded. */
  public IndexedPhoto withEncodedCaptions(List<EncodedCaption> encoded) {
    return new IndexedPhoto(id, sha256, picture, captions, encoded, fields);
  }

  /** The same with only the first captions, at most so many. */
  public IndexedPhoto withFirstCaptions(int most) {
    int kept = Math.min(most, captions.size());
    return new IndexedPhoto(
        id, sha256, picture, captions.subList(0, kept), encodedCaptions.subList(0, kept), fields);
  }

  /** The same with only those captions that do not read {@code text}. */
  public IndexedPhoto withoutCaption(String text) {
    List<String> keptCaptions = new ArrayList<>();
    List<EncodedCaption> keptEncoded = new ArrayList<>();
    for (int i = 0; i < captions.size(); i++) {
      if (!captions.get(i).equals(text)) {
        keptCaptions.add(captions.get(i));
        keptEncoded.add(encodedCaptions.get(i));
      }
    }
    return new IndexedPhoto(id, sha256, picture, keptCaptions, keptEncoded, fields);
  }
}
