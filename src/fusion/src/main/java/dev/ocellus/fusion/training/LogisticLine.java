package dev.ocellus.fusion.training;

/**
 * Logistic regression on one number with soft targets: the probability is 1 / (1 + exp(-(slope * x
 * + intercept))).
 */
record LogisticLine(double slope, double intercept) {

  private static final int MOST_STEPS = 100;
  private static final double CONVERGED = 1e-9;

  /**
   * Fits by Newton's method; the loss is convex in the two parameters.
   *
   * @param targets 0 to 1, one an x
   * @param weights above 0, one an x
   * @param start where to begin
   */
  static LogisticLine fit(double[] x, double[] targets, double[] weights, LogisticLine start) {
    double slope = start.slope;
    double intercept = start.intercept;
    for (int step = 0; step < MOST_STEPS; step++) {
      double gradientSlope = 0;
      double gradientIntercept = 0;
      double slopeSlope = 1e-9;
      double slopeIntercept = 0;
      double interceptIntercept = 1e-9;
      for (int i = 0; i < x.length; i++) {
        double p = 1 / (1 + Math.exp(-(slope * x[i] + intercept)));
        double error = weights[i] * (p - targets[i]);
        double bend = weights[i] * p * (1 - p);
        gradientSlope += error * x[i];
        gradientIntercept += error;
        slopeSlope += bend * x[i] * x[i];
        slopeIntercept += bend * x[i];
        interceptIntercept += bend;
      }
      double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
      double stepSlope =
          (interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant;
      double stepIntercept =
          (slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant;
      slope -= stepSlope;
      intercept -= stepIntercept;
      if (Math.abs(stepSlope) + Math.abs(stepIntercept) < CONVERGED) {
        break;
      }
    }
    return new LogisticLine(slope, intercept);
  }
}
