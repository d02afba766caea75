package dev.ocellus.fusion.training;

import java.util.Arrays;

/** A loss of fewer parameters, from which those of another loss follow by a linear map. */
final class MappedLoss implements ConstrainedNewton.Loss {
  private final ConstrainedNewton.Loss loss;

  /** [parameter of the other loss][parameter of this one]. */
  private final double[][] map;

  MappedLoss(ConstrainedNewton.Loss loss, double[][] map) {
    this.loss = loss;
    this.map = map;
  }

  /** The other loss's parameters. */
  double[] apply(double[] parameters) {
    double[] mapped = new double[map.length];
    for (int i = 0; i < map.length; i++) {
      for (int p = 0; p < parameters.length; p++) {
        mapped[i] += map[i][p] * parameters[p];
      }
    }
    return mapped;
  }

  @Override
  public double value(double[] parameters) {
    return loss.value(apply(parameters));
  }

  @Override
  public void derivatives(double[] parameters, double[] gradient, double[][] hessian) {
    int n = map.length;
    double[] inner = new double[n];
    double[][] innerHessian = new double[n][n];
    loss.derivatives(apply(parameters), inner, innerHessian);
    for (int p = 0; p < parameters.length; p++) {
      gradient[p] = 0;
      Arrays.fill(hessian[p], 0);
      for (int i = 0; i < n; i++) {
        gradient[p] += map[i][p] * inner[i];
        for (int q = 0; map[i][p] != 0 && q < parameters.length; q++) {
          for (int j = 0; j < n; j++) {
            hessian[p][q] += map[i][p] * innerHessian[i][j] * map[j][q];
          }
        }
      }
    }
  }
}
