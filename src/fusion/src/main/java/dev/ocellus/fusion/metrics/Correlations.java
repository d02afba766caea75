package dev.ocellus.fusion.metrics;

import java.util.Arrays;

/**
 * Correlations of two columns, -1 to 1. NaN where all values of a column are equal; {@link
 * IllegalArgumentException} for columns of different lengths, empty ones, and NaN.
 */
public final class Correlations {
  private Correlations() {}

  /** Pearson's product-moment correlation: how near the rows are to a straight line. */
  public static double pearson(double[] x, double[] y) {
    Ranks.checkPaired("x", x, "y", y);
    if (constant(x) || constant(y)) {
      return Double.NaN;
    }
    double meanX = Arrays.stream(x).sum() / x.length;
    double meanY = Arrays.stream(y).sum() / y.length;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    // Rounding may lead past 1.
    return Math.clamp(xy / Math.sqrt(xx) / Math.sqrt(yy), -1, 1);
  }

  /** Spearman's rank correlation: Pearson's of the ranks, equal values sharing their mean rank. */
  public static double spearman(double[] x, double[] y) {
    Ranks.checkPaired("x", x, "y", y);
    return pearson(Ranks.average(x), Ranks.average(y));
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
