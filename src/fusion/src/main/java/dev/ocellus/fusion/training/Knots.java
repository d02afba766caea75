package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Feature;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

/**
 * Where a feature's curve may bend: quantiles of its known values, matches and non-matches having
 * equal say, so that the few matches get their share of knots.
 *
 * @param at ascending positions, at least two
 * @param scale the feature's standard deviation, the unit of penalised slopes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Knots(double[] at, double scale) {
  private static final int SAMPLE = 20_000;
  private static final double TAIL = 0.005;
  private static final double LEAST_GAP = 0.02;

  /** An empty array of positions where the feature is unknown or the same for all pairs. */
  static Knots of(TrainingPairs pairs, Feature feature, int count) {
    double[] say = balancedWeights(pairs);
    int stride = Math.max(1, pairs.size() / SAMPLE);
    Integer[] known = new Integer[pairs.size() / stride + 1];
    int size = 0;
    // At random within each stride: every tenth pair might be a match.
    Random random = new Random(0);
    for (int from = 0; from < pairs.size(); from += stride) {
      int i = Math.min(from + random.nextInt(stride), pairs.size() - 1);
      if (!Float.isNaN(pairs.feature(i, feature))) {
        known[size++] = i;
      }
    }
    Integer[] order = Arrays.copyOf(known, size);
    Arrays.sort(order, Comparator.comparingDouble(i -> pairs.feature(i, feature)));
    double[] values = new double[size];
    double[] weights = new double[size];
    for (int k = 0; k < size; k++) {
      values[k] = pairs.feature(order[k], feature);
      weights[k] = say[order[k]];
    }
    return size == 0 || values[0] == values[size - 1]
        ? new Knots(new double[0], 1)
        : new Knots(spread(values, weights, count), deviation(values, weights));
  }

  /** Weights under which matches and non-matches sum to the same. */
  private static double[] balancedWeights(TrainingPairs pairs) {
    double matches = 0;
    double others = 0;
    for (int i = 0; i < pairs.size(); i++) {
      matches += pairs.weight(i) * pairs.target(i);
      others += pairs.weight(i) * (1 - pairs.target(i));
    }
    double[] weights = new double[pairs.size()];
    for (int i = 0; i < weights.length; i++) {
      double target = pairs.target(i);
      double match = matches > 0 ? target / matches : 0;
      double other = others > 0 ? (1 - target) / others : 0;
      weights[i] = pairs.weight(i) * (match + other);
    }
    return weights;
  }

  private static double[] spread(double[] values, double[] weights, int count) {
    double total = Arrays.stream(weights).sum();
    double low = quantile(values, weights, TAIL * total);
    double high = quantile(values, weights, (1 - TAIL) * total);
    if (low == high) {
      low = values[0];
      high = values[values.length - 1];
    }
    double gap = LEAST_GAP * (high - low);
    double[] knots = new double[count];
    knots[0] = low;
    int size = 1;
    for (int k = 1; k < count - 1; k++) {
      double knot = quantile(values, weights, total * k / (count - 1));
      if (knot - knots[size - 1] >= gap && high - knot >= gap) {
        knots[size++] = knot;
      }
    }
    knots[size++] = high;
    return Arrays.copyOf(knots, size);
  }

  private static double quantile(double[] values, double[] weights, double mass) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i];
      if (sum >= mass) {
        return values[i];
      }
    }
    return values[values.length - 1];
  }

  private static double deviation(double[] values, double[] weights) {
    double total = 0;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      total += weights[i];
      mean += weights[i] * values[i];
    }
    mean /= total;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += weights[i] * (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(squares / total);
  }
}
