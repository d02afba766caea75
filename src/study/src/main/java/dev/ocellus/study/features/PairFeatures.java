package dev.ocellus.study.features;

import java.util.List;

/** Makes a row of features of a photo and a text. Safe for use by several threads. */
public interface PairFeatures {

  /** For each feature, whether the score must not fall as it grows. */
  boolean[] similarities();

  /**
   * The features of a pair, all finite.
   *
   * @param photo number of the photo, from 0
   * @param text number of the text, from 0
   */
  float[] of(int photo, int text);

  /** The photo's vector, then the text's. */
  static PairFeatures concatenation(List<float[]> photos, List<float[]> texts) {
    return new VectorPairs(
        photos,
        texts,
        new boolean[length(photos) + length(texts)],
        (photo, text) -> {
          float[] row = new float[photo.length + text.length];
          System.arraycopy(photo, 0, row, 0, photo.length);
          System.arraycopy(text, 0, row, photo.length, text.length);
          return row;
        });
  }

  /** The absolute differences of the vectors' numbers, then their products. */
  static PairFeatures differenceAndProduct(List<float[]> photos, List<float[]> texts) {
    requireOneSpace(photos, texts);
    return new VectorPairs(
        photos,
        texts,
        new boolean[2 * length(photos)],
        (photo, text) -> {
          float[] row = new float[2 * photo.length];
          for (int i = 0; i < photo.length; i++) {
            row[i] = Math.abs(photo[i] - text[i]);
            row[photo.length + i] = photo[i] * text[i];
          }
          return row;
        });
  }

  /** The cosine, a similarity; 0 where a vector is zero. */
  static PairFeatures cosine(List<float[]> photos, List<float[]> texts) {
    requireOneSpace(photos, texts);
    return new VectorPairs(
        photos,
        texts,
        new boolean[] {true},
        (photo, text) -> {
          double dot = 0;
          double ofPhoto = 0;
          double ofText = 0;
          for (int i = 0; i < photo.length; i++) {
            dot += photo[i] * text[i];
            ofPhoto += photo[i] * photo[i];
            ofText += text[i] * text[i];
          }
          double lengths = Math.sqrt(ofPhoto) * Math.sqrt(ofText);
          return new float[] {lengths > 0 ? (float) (dot / lengths) : 0};
        });
  }

  private static void requireOneSpace(List<float[]> photos, List<float[]> texts) {
    if (length(photos) != length(texts)) {
      throw new IllegalArgumentException(
          "photos have %d dimensions and texts %d; they must have as many"
              .formatted(length(photos), length(texts)));
    }
  }

  private static int length(List<float[]> vectors) {
    return vectors.getFirst().length;
  }
}
