package dev.ocellus.fusion.training;

/** Logistic regression: the sum of weight times cross-entropy. */
final class LogisticLoss extends AdditiveLoss {

  LogisticLoss(AdditiveDesign design, int[] rows, double[][] penalty) {
    super(design, rows, penalty);
  }

  @Override
  double likelihood(double[] parameters) {
    double[] slotValues = design.slotValues(parameters);
    double sum = 0;
    for (int row : rows) {
      double logit = design.logit(row, slotValues);
      // log(1 + e^z) without overflow.
      double softplus = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
      sum += design.weights[row] * (softplus - design.targets[row] * logit);
    }
    return sum;
  }

  @Override
  void slotDerivatives(double[] slotValues, double[] gradient, double[][] hessian) {
    for (int row : rows) {
      double p = 1 / (1 + Math.exp(-design.logit(row, slotValues)));
      double weight = design.weights[row];
      addPair(row, weight * (p - design.targets[row]), weight * p * (1 - p), gradient, hessian);
    }
  }
}
