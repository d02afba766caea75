package dev.ocellus.study.learn;

/** A fitted model. Safe for use by one thread at a time. */
public interface Predictor extends AutoCloseable {

  /**
   * Scores rows of features.
   *
   * @param rows as wide as those that were learned from, finite
   * @return one score a row, 0 to 1
   */
  double[] predict(float[][] rows);

  /** Frees what the model holds outside of Java's heap. */
  @Override
  default void close() {}

  /** The number, or the nearer of 0 and 1 if it is outside. */
  static double clamp(double score) {
    return Math.min(1, Math.max(0, score));
  }
}
