package dev.ocellus.fusion;

import org.jspecify.annotations.Nullable;

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

  /**
   * How a score came about.
   *
   * @param features as for {@link #score}
   * @return null where the score is no sum of what each feature adds
   */
  default @Nullable Contribution contribution(float[] features) {
    return null;
  }

  /** A short name for logs and explanations. */
  String name();
}
