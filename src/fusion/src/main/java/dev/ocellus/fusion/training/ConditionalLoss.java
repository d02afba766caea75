package dev.ocellus.fusion.training;

import java.util.Arrays;

/**
 * Conditional logistic regression: how likely the match wins among the pairs of its query
 * (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974).
 *
 * <p>What is the same for all pairs of a query, its length or how near it is to everything, cancels
 * out; what is learned is what ranks. A pair's weight says how many photos it stands for. Rows of
 * one query must follow one another; a query without a match among its rows says nothing.
 */
final class ConditionalLoss extends AdditiveLoss {

  ConditionalLoss(AdditiveDesign design, int[] rows, double[][] penalty) {
    super(design, rows, penalty);
  }

  /** Called with a query's rows, their shares of the sum of odds, and the log of that sum. */
  private interface QueryVisitor {
    void visit(int from, int to, double[] shares, double logSum);
  }

  private void forEachQuery(double[] slotValues, QueryVisitor visitor) {
    double[] shares = new double[64];
    int from = 0;
    while (from < rows.length) {
      int to = from;
      while (to < rows.length && design.queries[rows[to]] == design.queries[rows[from]]) {
        to++;
      }
      if (shares.length < to - from) {
        shares = new double[to - from];
      }
      if (matches(from, to) > 0) {
        visitor.visit(from, to, shares, softmax(from, to, slotValues, shares));
      }
      from = to;
    }
  }

  private double matches(int from, int to) {
    double matches = 0;
    for (int i = from; i < to; i++) {
      matches += design.weights[rows[i]] * design.targets[rows[i]];
    }
    return matches;
  }

  private double softmax(int from, int to, double[] slotValues, double[] shares) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      shares[i - from] = design.logit(rows[i], slotValues) + Math.log(design.weights[rows[i]]);
      greatest = Math.max(greatest, shares[i - from]);
    }
    double sum = 0;
    for (int i = 0; i < to - from; i++) {
      shares[i] = Math.exp(shares[i] - greatest);
      sum += shares[i];
    }
    for (int i = 0; i < to - from; i++) {
      shares[i] /= sum;
    }
    return greatest + Math.log(sum);
  }

  @Override
  double likelihood(double[] parameters) {
    double[] slotValues = design.slotValues(parameters);
    double[] sum = new double[1];
    forEachQuery(
        slotValues,
        (from, to, shares, logSum) -> {
          for (int i = from; i < to; i++) {
            double match = design.weights[rows[i]] * design.targets[rows[i]];
            if (match > 0) {
              sum[0] += match * (logSum - design.logit(rows[i], slotValues));
            }
          }
        });
    return sum[0];
  }

  @Override
  void slotDerivatives(double[] slotValues, double[] gradient, double[][] hessian) {
    double[] mean = new double[gradient.length];
    forEachQuery(
        slotValues,
        (from, to, shares, logSum) -> {
          double matches = matches(from, to);
          Arrays.fill(mean, 0);
          for (int i = from; i < to; i++) {
            int row = rows[i];
            double share = matches * shares[i - from];
            double match = design.weights[row] * design.targets[row];
            addPair(row, share - match, share, gradient, hessian);
            design.addSlots(row, shares[i - from], mean);
          }
          // Variance = mean of squares, added above, less the square of the mean.
          for (int s = 0; s < mean.length; s++) {
            for (int t = 0; t <= s && mean[s] != 0; t++) {
              hessian[s][t] -= matches * mean[s] * mean[t];
            }
          }
        });
  }
}
