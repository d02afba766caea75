package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConstrainedNewtonTest {
  /** (x - a)^2 + (y - b)^2 + x y, whose minimum is known. */
  private static ConstrainedNewton.Loss quadratic(double a, double b) {
    return new ConstrainedNewton.Loss() {
      @Override
      public double value(double[] p) {
        return (p[0] - a) * (p[0] - a) + (p[1] - b) * (p[1] - b) + p[0] * p[1];
      }

      @Override
      public void derivatives(double[] p, double[] gradient, double[][] hessian) {
        gradient[0] = 2 * (p[0] - a) + p[1];
        gradient[1] = 2 * (p[1] - b) + p[0];
        hessian[0][0] = 2;
        hessian[1][1] = 2;
        hessian[0][1] = 1;
        hessian[1][0] = 1;
      }
    };
  }

  @Test
  void withoutBoundsTheGradientVanishes() {
    // 2x + y = 2a = 2 and x + 2y = 2b = -4: x = 8/3, y = -10/3
    assertArrayEquals(
        new double[] {8 / 3.0, -10 / 3.0},
        ConstrainedNewton.minimise(quadratic(1, -2), new double[2], new boolean[2]),
        1e-6);
  }

  @Test
  void aBoundParameterStaysAtZeroAndTheOtherMoves() {
    // y = 0, so 2x = 2: x = 1, not 8/3 cut off.
    assertArrayEquals(
        new double[] {1, 0},
        ConstrainedNewton.minimise(quadratic(1, -2), new double[2], new boolean[] {false, true}),
        1e-6);
  }

  @Test
  void twoPairsByHand() {
    // x = 1 matches, x = -1 does not; log-odds w x, penalty l w^2 / 2.
    // 2 log(1 + e^-w) + l w^2 / 2 is least where 2 / (1 + e^w) = l w.
    // For w = log 3 the left side is 1/2: l = 1 / (2 log 3), and x = 1 scores 3/4.
    double penalty = 1 / (2 * Math.log(3));
    ConstrainedNewton.Loss loss =
        new ConstrainedNewton.Loss() {
          @Override
          public double value(double[] p) {
            return 2 * Math.log1p(Math.exp(-p[0])) + penalty * p[0] * p[0] / 2;
          }

          @Override
          public void derivatives(double[] p, double[] gradient, double[][] hessian) {
            double miss = 1 / (1 + Math.exp(p[0]));
            gradient[0] = -2 * miss + penalty * p[0];
            hessian[0][0] = 2 * miss * (1 - miss) + penalty;
          }
        };
    double[] fitted = ConstrainedNewton.minimise(loss, new double[1], new boolean[] {true});
    assertEquals(Math.log(3), fitted[0], 1e-6);
  }
}
