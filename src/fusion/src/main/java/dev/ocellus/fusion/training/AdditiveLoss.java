package dev.ocellus.fusion.training;

import java.util.Arrays;

/** A loss over some pairs of a design, plus half a quadratic penalty of its parameters. */
abstract class AdditiveLoss implements ConstrainedNewton.Loss {
  final AdditiveDesign design;
  final int[] rows;
  private final double[][] penalty;

  AdditiveLoss(AdditiveDesign design, int[] rows, double[][] penalty) {
    this.design = design;
    this.rows = rows;
    this.penalty = penalty;
  }

  /** The negative log-likelihood, without the penalty. */
  abstract double likelihood(double[] parameters);

  /**
   * Adds the derivatives of the likelihood by the slots' values; of the second ones at least the
   * lower triangle.
   */
  abstract void slotDerivatives(double[] slotValues, double[] gradient, double[][] hessian);

  @Override
  public final double value(double[] parameters) {
    double sum = likelihood(parameters);
    for (int i = 0; i < parameters.length; i++) {
      for (int j = 0; j < parameters.length; j++) {
        sum += parameters[i] * penalty[i][j] * parameters[j] / 2;
      }
    }
    return sum;
  }

  @Override
  public final void derivatives(double[] parameters, double[] gradient, double[][] hessian) {
    int slots = design.derivatives.length;
    double[] slotGradient = new double[slots];
    double[][] slotHessian = new double[slots][slots];
    slotDerivatives(design.slotValues(parameters), slotGradient, slotHessian);
    toParameters(slotGradient, slotHessian, gradient, hessian);
    for (int i = 0; i < parameters.length; i++) {
      for (int j = 0; j < parameters.length; j++) {
        gradient[i] += penalty[i][j] * parameters[j];
        hessian[i][j] += penalty[i][j];
      }
    }
  }

  /** Adds a pair whose loss has the slope and the bend by its log-odds. */
  final void addPair(int row, double slope, double bend, double[] gradient, double[][] hessian) {
    int curves = design.curves.size();
    int from = row * curves;
    gradient[0] += slope;
    hessian[0][0] += bend;
    for (int a = from; a < from + curves; a++) {
      int right = design.slot[a] + 1;
      double rightShare = design.share[a];
      double leftShare = 1 - rightShare;
      gradient[right - 1] += slope * leftShare;
      gradient[right] += slope * rightShare;
      double[] leftRow = hessian[right - 1];
      double[] rightRow = hessian[right];
      double left = bend * leftShare;
      double rightBend = bend * rightShare;
      leftRow[0] += left;
      rightRow[0] += rightBend;
      // Only the lower triangle, and the 2 x 2 block of the curve itself.
      for (int b = from; b <= a; b++) {
        int other = design.slot[b];
        double otherRight = design.share[b];
        double otherLeft = 1 - otherRight;
        leftRow[other] += left * otherLeft;
        leftRow[other + 1] += left * otherRight;
        rightRow[other] += rightBend * otherLeft;
        rightRow[other + 1] += rightBend * otherRight;
      }
    }
  }

  /** The chain rule: gradient = D'g, hessian = D'HD, D being d slot value / d parameter. */
  private void toParameters(
      double[] slotGradient, double[][] slotHessian, double[] gradient, double[][] hessian) {
    double[][] d = design.derivatives;
    int slots = d.length;
    for (int s = 0; s < slots; s++) {
      for (int t = s + 1; t < slots; t++) {
        slotHessian[s][t] = slotHessian[t][s];
      }
    }
    int parameters = gradient.length;
    double[][] half = new double[slots][parameters];
    for (int s = 0; s < slots; s++) {
      for (int t = 0; t < slots; t++) {
        double h = slotHessian[s][t];
        for (int p = 0; h != 0 && p < parameters; p++) {
          half[s][p] += h * d[t][p];
        }
      }
    }
    for (int p = 0; p < parameters; p++) {
      gradient[p] = 0;
      Arrays.fill(hessian[p], 0);
      for (int s = 0; s < slots; s++) {
        if (d[s][p] != 0) {
          gradient[p] += d[s][p] * slotGradient[s];
          for (int q = 0; q < parameters; q++) {
            hessian[p][q] += d[s][p] * half[s][q];
          }
        }
      }
    }
  }
}
