package dev.ocellus.lucene.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A photo as its documents hold it.
 *
 * @param id path relative to the photo folder
 * @param sha256 of the file, hexadecimal
 * @param picture what its pixels gave
 * @param captions texts, in the source's order
 * @param captionVectors one unit vector a caption
 */
record IndexedPhoto(
    String id,
    String sha256,
    Picture picture,
    List<String> captions,
    List<float[]> captionVectors) {

  /**
   * What depends on the file's content alone.
   *
   * @param vector unit vector
   * @param perceptualHash 64-bit difference hash
   * @param width in pixels
   * @param height in pixels
   * @param takenAt milliseconds since 1970 of the camera's local time, or null if unknown
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Picture(
      float[] vector, long perceptualHash, int width, int height, @Nullable Long takenAt) {

    Picture withVector(float[] newVector) {
      return new Picture(newVector, perceptualHash, width, height, takenAt);
    }
  }
}
