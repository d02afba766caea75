package dev.ocellus.fusion.metrics;

/**
 * How far scores are from their targets, in the targets' unit. {@link IllegalArgumentException} for
 * columns of different lengths, empty ones, and NaN.
 */
public final class RegressionErrors {
  private RegressionErrors() {}

  /** Mean absolute error. */
  public static double mae(double[] scores, double[] targets) {
    Ranks.checkPaired("scores", scores, "targets", targets);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += Math.abs(scores[i] - targets[i]);
    }
    return sum / scores.length;
  }

  /** Root of the mean squared error. */
  public static double rmse(double[] scores, double[] targets) {
    Ranks.checkPaired("scores", scores, "targets", targets);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += (scores[i] - targets[i]) * (scores[i] - targets[i]);
    }
    return Math.sqrt(sum / scores.length);
  }
}
