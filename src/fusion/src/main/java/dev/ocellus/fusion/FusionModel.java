package dev.ocellus.fusion;

/**
 * Maps a feature vector to a match score.
 *
 * <p>Implementations are immutable values (equals, hashCode), safe for use by several threads, and
 * monotone: the score never falls as a feature with {@link Feature#isSimilarity()} grows.
 */
public interface FusionModel {

  /**
   * Scores one pair.
   *
   * @param features one value a {@link Feature}, in the enum's order; NaN where missing
   * @return 0 to 1
   */
  float score(float[] features);

  /** A short name for logs and explanations. */
  String name();
}
