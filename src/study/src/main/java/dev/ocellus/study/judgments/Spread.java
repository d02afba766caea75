package dev.ocellus.study.judgments;

import java.util.Arrays;

/**
 * Where the numbers of a collection lie.
 *
 * @param min the least
 * @param median the middle one, or the mean of the two in the middle
 * @param mean their mean
 * @param max the greatest
 */
public record Spread(int min, double median, double mean, int max) {

  /**
   * @param values at least one
   */
  static Spread of(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return new Spread(
        sorted[0],
        (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0,
        Arrays.stream(sorted).average().orElseThrow(),
        sorted[n - 1]);
  }
}
