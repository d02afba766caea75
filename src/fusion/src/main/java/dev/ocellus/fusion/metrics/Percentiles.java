package dev.ocellus.fusion.metrics;

import java.util.Arrays;

/**
 * Percentiles of a sample, such as query latencies, interpolated linearly between neighbours
 * (method 7 of Hyndman and Fan, The American Statistician 1996; the default of NumPy and R).
 */
public final class Percentiles {
  private final double[] sorted;

  private Percentiles(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * @param sample in any order and unit; one value or more, none NaN
   */
  public static Percentiles of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    // NaN sorts last.
    if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("percentiles need one number or more, and no NaN");
    }
    return new Percentiles(sorted);
  }

  /**
   * The value below which {@code percent} of the sample lies.
   *
   * @param percent 0 to 100
   */
  public double at(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("percent must be in [0, 100], got " + percent);
    }
    double position = percent / 100 * (sorted.length - 1);
    int below = (int) position;
    double share = position - below;
    // A share of 0 must not touch the neighbour: 0 times infinity is NaN.
    return share == 0 ? sorted[below] : sorted[below] * (1 - share) + sorted[below + 1] * share;
  }

  public double median() {
    return at(50);
  }
}
