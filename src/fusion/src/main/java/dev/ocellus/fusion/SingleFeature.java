package dev.ocellus.fusion;

/**
 * The score of one similarity alone, to compare the fusion with its parts: a cosine c as (1 + c) /
 * 2, BM25 and coverage as they are, 0 where missing; limited to 0 to 1.
 */
public record SingleFeature(Feature feature) implements FusionModel {

  /**
   * @throws DataException if the feature is not a similarity
   */
  public SingleFeature {
    if (!feature.isSimilarity()) {
      throw new DataException(
          "'" + feature.key() + "' does not rank photos: it is not a similarity");
    }
  }

  @Override
  public float score(float[] features) {
    float x = features[feature.ordinal()];
    if (Float.isNaN(x)) {
      return 0;
    }
    float unit = feature.evidence() == Evidence.WORDS ? x : (1 + x) / 2;
    return Math.min(Math.max(unit, 0), 1);
  }

  @Override
  public String name() {
    return feature.key();
  }
}
