package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundedQuadraticTest {
  private static final double FREE = Double.NEGATIVE_INFINITY;

  @Test
  void twoVariablesByHand() {
    double[][] hessian = {{2, 1}, {1, 2}};
    double[] gradient = {-2, 4};
    // 2x + y = 2 and x + 2y = -4
    assertArrayEquals(
        new double[] {8 / 3.0, -10 / 3.0},
        new BoundedQuadratic(gradient, hessian, new double[] {FREE, FREE}).minimum(),
        1e-12);
    // y at its bound -1: 2x - 1 = 2
    assertArrayEquals(
        new double[] {1.5, -1},
        new BoundedQuadratic(gradient, hessian, new double[] {FREE, -1}).minimum(),
        1e-12);
  }

  @Test
  void theOptimalityConditionsHoldForAnyProblem() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int n = 1 + random.nextInt(30);
      double[][] root = new double[n][n];
      double[] gradient = new double[n];
      double[] bounds = new double[n];
      for (int i = 0; i < n; i++) {
        gradient[i] = random.nextGaussian();
        int kind = random.nextInt(3);
        bounds[i] = kind == 0 ? FREE : kind == 1 ? 0 : -random.nextDouble();
        for (int j = 0; j < n; j++) {
          root[i][j] = random.nextGaussian();
        }
      }
      double[][] hessian = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          hessian[i][j] = i == j ? 0.1 : 0;
          for (int k = 0; k < n; k++) {
            hessian[i][j] += root[k][i] * root[k][j];
          }
        }
      }
      double[] step = new BoundedQuadratic(gradient, hessian, bounds).minimum();
      for (int i = 0; i < n; i++) {
        double slope = gradient[i];
        for (int j = 0; j < n; j++) {
          slope += hessian[i][j] * step[j];
        }
        String where = "seed " + seed + ", variable " + i;
        assertTrue(step[i] >= bounds[i], where);
        // At its bound a variable may want to fall, never to rise; elsewhere neither.
        assertTrue(slope > -1e-7, where + ": " + slope);
        assertTrue(step[i] == bounds[i] || slope < 1e-7, where + ": " + slope);
      }
    }
  }
}
