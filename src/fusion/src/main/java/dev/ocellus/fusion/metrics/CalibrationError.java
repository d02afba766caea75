package dev.ocellus.fusion.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Expected calibration error: the mean distance between score and truth over bins of alike scores
 * (Naeini, Cooper and Hauskrecht, AAAI 2015).
 *
 * @param expected sum over the bins of their share of the weight times |mean score - mean target|,
 *     0 to 1
 * @param bins the reliability table, by ascending score; empty bins are left out
 */
public record CalibrationError(double expected, List<Bin> bins) {

  public CalibrationError {
    bins = List.copyOf(bins);
  }

  /**
   * Pairs of alike scores.
   *
   * @param lowest least score in the bin
   * @param highest greatest score in the bin
   * @param weight sum of the pairs' weights
   * @param meanScore weighted mean of the scores
   * @param meanTarget weighted mean of the targets: the share of matches where targets are 0 and 1
   */
  public record Bin(
      double lowest, double highest, double weight, double meanScore, double meanTarget) {

    /** |mean score - mean target|. */
    public double gap() {
      return Math.abs(meanScore - meanTarget);
    }
  }

  /**
   * Bins of equal width over 0 to 1; the score 1 falls into the last.
   *
   * @param scores 0 to 1
   * @param targets 0 to 1, as many
   * @param weights not negative, as many, not all 0
   * @param bins number of bins, 1 or more
   */
  public static CalibrationError equalWidth(
      double[] scores, double[] targets, double[] weights, int bins) {
    Integer[] order = ascending(scores, targets, weights, bins);
    return collect(
        order, scores, targets, weights, i -> Math.min((int) (scores[i] * bins), bins - 1));
  }

  /**
   * Bins that hold the same weight, as nearly as may be while equal scores stay in one bin.
   *
   * @param scores 0 to 1
   * @param targets 0 to 1, as many
   * @param weights not negative, as many, not all 0
   * @param bins number of bins, 1 or more
   */
  public static CalibrationError equalMass(
      double[] scores, double[] targets, double[] weights, int bins) {
    Integer[] order = ascending(scores, targets, weights, bins);
    double total = Arrays.stream(weights).sum();
    int[] binOf = new int[scores.length];
    double before = 0;
    int bin = 0;
    for (int k = 0; k < order.length; k++) {
      int i = order[k];
      if (k == 0 || scores[i] != scores[order[k - 1]]) {
        // The small number keeps 0.1 + 0.1 + 0.1 from falling short of 0.3.
        bin = Math.min((int) (before / total * bins + 1e-9), bins - 1);
      }
      binOf[i] = bin;
      before += weights[i];
    }
    return collect(order, scores, targets, weights, i -> binOf[i]);
  }

  private interface BinOf {
    int bin(int index);
  }

  private static CalibrationError collect(
      Integer[] order, double[] scores, double[] targets, double[] weights, BinOf binOf) {
    List<Bin> bins = new ArrayList<>();
    double total = Arrays.stream(weights).sum();
    double expected = 0;
    for (int from = 0; from < order.length; ) {
      int bin = binOf.bin(order[from]);
      double weight = 0;
      double score = 0;
      double target = 0;
      int to = from;
      while (to < order.length && binOf.bin(order[to]) == bin) {
        int i = order[to++];
        weight += weights[i];
        score += weights[i] * scores[i];
        target += weights[i] * targets[i];
      }
      if (weight > 0) {
        double lowest = scores[order[from]];
        double highest = scores[order[to - 1]];
        bins.add(new Bin(lowest, highest, weight, score / weight, target / weight));
        expected += Math.abs(score - target) / total;
      }
      from = to;
    }
    return new CalibrationError(expected, bins);
  }

  private static Integer[] ascending(
      double[] scores, double[] targets, double[] weights, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins must be 1 or more, got " + bins);
    }
    if (scores.length != targets.length || scores.length != weights.length) {
      throw new IllegalArgumentException(
          "scores, targets and weights must be as many, got %d, %d and %d"
              .formatted(scores.length, targets.length, weights.length));
    }
    double total = 0;
    for (int i = 0; i < scores.length; i++) {
      if (!(scores[i] >= 0 && scores[i] <= 1) || !(targets[i] >= 0 && targets[i] <= 1)) {
        throw new IllegalArgumentException(
            "score and target must be in [0, 1], got " + scores[i] + " and " + targets[i]);
      }
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a weight must not be negative, got " + weights[i]);
      }
      total += weights[i];
    }
    if (total == 0) {
      throw new IllegalArgumentException("calibration needs a pair with a weight above 0");
    }
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    return order;
  }
}
