package dev.ocellus.fusion.training;

/**
 * Newton's method for a convex loss some of whose parameters must not be negative.
 *
 * <p>Each step minimises the loss's quadratic model under the bounds, then backtracks along the way
 * there (proximal Newton: Lee, Sun and Saunders, SIAM Journal on Optimization 2014; the scheme of
 * glmnet). For some hundred parameters; deterministic.
 */
final class ConstrainedNewton {
  private static final int STEPS = 100;
  private static final double TOLERANCE = 1e-10;

  private ConstrainedNewton() {}

  /** A twice differentiable convex function. */
  interface Loss {
    double value(double[] parameters);

    /** Overwrites the gradient and the matrix of second derivatives. */
    void derivatives(double[] parameters, double[] gradient, double[][] hessian);
  }

  /** Minimises the loss from a feasible start, and returns the parameters there. */
  static double[] minimise(Loss loss, double[] start, boolean[] nonNegative) {
    int n = start.length;
    double[] at = start.clone();
    double[] gradient = new double[n];
    double[][] hessian = new double[n][n];
    double value = loss.value(at);
    for (int step = 0; step < STEPS; step++) {
      loss.derivatives(at, gradient, hessian);
      double[] way =
          new BoundedQuadratic(gradient, hessian, lowestSteps(at, nonNegative)).minimum();
      double descent = 0;
      for (int i = 0; i < n; i++) {
        descent += gradient[i] * way[i];
      }
      if (descent > -TOLERANCE * (1 + Math.abs(value))) {
        break;
      }
      double length = 1;
      double[] next = moved(at, way, length);
      double nextValue = loss.value(next);
      while (nextValue > value + 1e-4 * length * descent && length > 1e-10) {
        length /= 2;
        next = moved(at, way, length);
        nextValue = loss.value(next);
      }
      if (nextValue >= value) {
        break;
      }
      at = next;
      value = nextValue;
    }
    return at;
  }

  private static double[] moved(double[] at, double[] way, double length) {
    double[] next = new double[at.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = at[i] + length * way[i];
    }
    return next;
  }

  private static double[] lowestSteps(double[] at, boolean[] nonNegative) {
    double[] lowest = new double[at.length];
    for (int i = 0; i < lowest.length; i++) {
      lowest[i] = nonNegative[i] ? -at[i] : Double.NEGATIVE_INFINITY;
    }
    return lowest;
  }
}
