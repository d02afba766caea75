package dev.ocellus.fusion;

import java.util.Arrays;
import java.util.Random;

/** Feature vectors for tests. */
public final class Features {
  private Features() {}

  /** Everything missing. */
  public static float[] none() {
    float[] features = new float[Feature.values().length];
    Arrays.fill(features, Float.NaN);
    return features;
  }

  /** One feature known. */
  public static float[] of(Feature feature, double value) {
    return with(none(), feature, value);
  }

  /** The same vector with one feature set. */
  public static float[] with(float[] features, Feature feature, double value) {
    features[feature.ordinal()] = (float) value;
    return features;
  }

  /**
   * Cosines in -1 to 1, BM25 and coverage in 0 to 1, an idf, gaps in 0 to 8, a count of 1 to 5, a
   * length.
   */
  public static float[] random(Random random) {
    float[] features = none();
    for (Feature feature : Feature.values()) {
      double u = random.nextDouble();
      double value =
          switch (feature) {
            case IMAGE_COSINE,
                IMAGE_HUBNESS,
                CAPTION_COSINE_MAX,
                CAPTION_COSINE_MEAN,
                TOKEN_RECALL,
                TOKEN_PRECISION,
                PERSONS,
                ANIMALS ->
                2 * u - 1;
            case SUBJECTS_MISSING, SUBJECTS_EXTRA, TOKEN_GAP -> 8 * u;
            case BM25, IDF_COVERAGE -> u;
            case MISSING_IDF -> 10 * u;
            case CAPTION_COUNT -> 1 + Math.floor(5 * u);
            case QUERY_LENGTH -> 1 + Math.floor(20 * u);
          };
      with(features, feature, value);
    }
    return features;
  }
}
