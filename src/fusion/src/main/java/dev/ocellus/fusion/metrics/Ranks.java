package dev.ocellus.fusion.metrics;

import java.util.Arrays;

/** Ranks of values, and what every figure asks of its arguments. */
final class Ranks {
  private Ranks() {}

  /** Ranks from 0 without gaps: equal values share one. */
  static int[] dense(double[] values) {
    double[] distinct = distinct(values);
    int[] ranks = new int[values.length];
    Arrays.setAll(ranks, i -> Arrays.binarySearch(distinct, positiveZero(values[i])));
    return ranks;
  }

  /** Ranks from 1; equal values share the mean of the ranks that they take up. */
  static double[] average(double[] values) {
    int[] dense = dense(values);
    int[] counts = counts(dense);
    double[] shared = new double[counts.length];
    int before = 0;
    for (int rank = 0; rank < counts.length; rank++) {
      shared[rank] = before + (counts[rank] + 1) / 2.0;
      before += counts[rank];
    }
    return Arrays.stream(dense).mapToDouble(rank -> shared[rank]).toArray();
  }

  /** How many values have each dense rank. */
  static int[] counts(int[] dense) {
    int[] counts = new int[Arrays.stream(dense).max().orElse(-1) + 1];
    for (int rank : dense) {
      counts[rank]++;
    }
    return counts;
  }

  /**
   * @throws IllegalArgumentException if they are not as many, none, or NaN is among them
   */
  static void checkPaired(String first, double[] x, String second, double[] y) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "%s and %s must be as many, and one or more, got %d and %d"
              .formatted(first, second, x.length, y.length));
    }
    for (int i = 0; i < x.length; i++) {
      if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
        throw new IllegalArgumentException(
            "%s and %s must be numbers, got %s and %s at %d"
                .formatted(first, second, x[i], y[i], i));
      }
    }
  }

  private static double[] distinct(double[] values) {
    double[] sorted = Arrays.stream(values).map(Ranks::positiveZero).toArray();
    Arrays.sort(sorted);
    int size = 0;
    for (double value : sorted) {
      if (size == 0 || value != sorted[size - 1]) {
        sorted[size++] = value;
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  /** Sorting tells -0.0 from 0.0, which are equal. */
  private static double positiveZero(double value) {
    return value + 0.0;
  }
}
