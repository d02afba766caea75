package dev.ocellus.fusion.training;

import java.util.Arrays;

/**
 * The minimum of g'd + d'Hd/2 where some d[i] must not be below a bound, H being symmetric and
 * positive definite; for some hundred variables.
 *
 * <p>Block principal pivoting (Júdice and Pires, Computers &amp; Operations Research 1994; Kim and
 * Park, SIAM Journal on Scientific Computing 2011): guess which variables stand at their bound,
 * solve for the others, exchange those that prove the guess wrong; one at a time (Murty's rule,
 * which ends) if exchanging all makes no headway.
 */
final class BoundedQuadratic {
  private static final int PATIENCE = 3;

  private final double[] gradient;
  private final double[][] hessian;
  private final double[] bounds;
  private final boolean[] atBound;

  /**
   * @param bounds least values, negative infinity where there is none; at most 0
   */
  BoundedQuadratic(double[] gradient, double[][] hessian, double[] bounds) {
    this.gradient = gradient;
    this.hessian = hessian;
    this.bounds = bounds;
    this.atBound = new boolean[bounds.length];
  }

  double[] minimum() {
    int n = bounds.length;
    for (int i = 0; i < n; i++) {
      atBound[i] = bounds[i] == 0 && gradient[i] > 0;
    }
    double[] step = solve();
    int fewest = n + 1;
    int patience = PATIENCE;
    for (int round = 0; round < 20 * n; round++) {
      boolean[] wrong = wrongGuesses(step);
      int count = 0;
      int last = -1;
      for (int i = 0; i < n; i++) {
        if (wrong[i]) {
          count++;
          last = i;
        }
      }
      if (count == 0) {
        break;
      }
      if (count < fewest) {
        fewest = count;
        patience = PATIENCE;
      } else {
        patience--;
      }
      for (int i = 0; i < n; i++) {
        atBound[i] ^= wrong[i] && (patience > 0 || i == last);
      }
      step = solve();
    }
    for (int i = 0; i < n; i++) {
      step[i] = Math.max(step[i], bounds[i]);
    }
    return step;
  }

  /** Free variables below their bound, and bound ones that had better be above it. */
  private boolean[] wrongGuesses(double[] step) {
    boolean[] wrong = new boolean[bounds.length];
    for (int i = 0; i < wrong.length; i++) {
      if (atBound[i]) {
        double slope = gradient[i];
        double size = Math.abs(slope);
        for (int j = 0; j < wrong.length; j++) {
          slope += hessian[i][j] * step[j];
          size += Math.abs(hessian[i][j] * step[j]);
        }
        wrong[i] = slope < -1e-10 * size;
      } else {
        wrong[i] = step[i] < bounds[i] - 1e-12;
      }
    }
    return wrong;
  }

  /** Sets bound variables to their bounds and minimises over the others. */
  private double[] solve() {
    int n = bounds.length;
    double[] step = new double[n];
    int[] free = new int[n];
    int size = 0;
    for (int i = 0; i < n; i++) {
      if (atBound[i]) {
        step[i] = bounds[i];
      } else {
        free[size++] = i;
      }
    }
    free = Arrays.copyOf(free, size);
    double[][] factor = new double[size][size];
    double[] right = new double[size];
    for (int a = 0; a < size; a++) {
      right[a] = -gradient[free[a]];
      for (int j = 0; j < n; j++) {
        right[a] -= atBound[j] ? hessian[free[a]][j] * bounds[j] : 0;
      }
      for (int b = 0; b <= a; b++) {
        factor[a][b] = hessian[free[a]][free[b]];
      }
    }
    solveInPlace(factor, right);
    for (int a = 0; a < size; a++) {
      step[free[a]] = right[a];
    }
    return step;
  }

  /** Cholesky factorisation of the lower triangle, then forward and backward substitution. */
  private static void solveInPlace(double[][] factor, double[] right) {
    int n = right.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = factor[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        // The floor keeps a direction without curvature from dividing by 0.
        factor[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[j][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        right[i] -= factor[i][k] * right[k];
      }
      right[i] /= factor[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        right[i] -= factor[k][i] * right[k];
      }
      right[i] /= factor[i][i];
    }
  }
}
