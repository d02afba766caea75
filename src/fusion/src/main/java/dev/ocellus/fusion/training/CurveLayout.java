package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import java.util.Arrays;

/**
 * The parameters of one feature's curve, and how its knots' values follow from them.
 *
 * <p>A curve has one parameter a segment, its slope in log-odds per standard deviation, and one for
 * "missing" where training saw it missing. The curve is 0 at its middle knot, so that contributions
 * are relative to a typical pair.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CurveLayout(Feature feature, double[] knots, double scale, boolean hasMissing) {

  int segments() {
    return knots.length - 1;
  }

  int parameters() {
    return segments() + (hasMissing ? 1 : 0);
  }

  /** One a knot, then one for "missing". */
  int slots() {
    return knots.length + 1;
  }

  int missingSlot() {
    return knots.length;
  }

  /** Index of the segment that reaches over x, the outer ones reaching to infinity. */
  int segmentOf(double x) {
    int i = 0;
    while (i < knots.length - 2 && x >= knots[i + 1]) {
      i++;
    }
    return i;
  }

  /** Where x lies between the knots of its segment, 0 to 1; outside them beyond the outer knots. */
  double positionIn(int segment, double x) {
    double limited =
        feature.isSimilarity() ? x : Math.min(Math.max(x, knots[0]), knots[knots.length - 1]);
    return (limited - knots[segment]) / (knots[segment + 1] - knots[segment]);
  }

  /** Adds d slot value / d parameter to a matrix [slot][parameter] at the given corner. */
  void addDerivatives(double[][] matrix, int firstSlot, int firstParameter) {
    int middle = knots.length / 2;
    for (int segment = 0; segment < segments(); segment++) {
      double rise = (knots[segment + 1] - knots[segment]) / scale;
      for (int knot = 0; knot < knots.length; knot++) {
        if (knot > segment && segment >= middle) {
          matrix[firstSlot + knot][firstParameter + segment] = rise;
        } else if (knot <= segment && segment < middle) {
          matrix[firstSlot + knot][firstParameter + segment] = -rise;
        }
      }
    }
    if (hasMissing) {
      matrix[firstSlot + missingSlot()][firstParameter + segments()] = 1;
    }
  }

  /**
   * Adds the penalty's second derivatives: bends cost {@code bend} a squared change of slope,
   * slopes and "missing" cost {@code ridge} a square.
   */
  void addPenalty(double[][] matrix, int first, double bend, double ridge) {
    for (int i = 0; i < segments(); i++) {
      matrix[first + i][first + i] += ridge / segments();
      if (i > 0) {
        matrix[first + i][first + i] += bend;
        matrix[first + i - 1][first + i - 1] += bend;
        matrix[first + i][first + i - 1] -= bend;
        matrix[first + i - 1][first + i] -= bend;
      }
    }
    if (hasMissing) {
      matrix[first + segments()][first + segments()] += ridge;
    }
  }

  FeatureCurve curve(double[] parameters, int first) {
    double[] values = new double[knots.length];
    int middle = knots.length / 2;
    for (int k = middle; k < segments(); k++) {
      values[k + 1] = values[k] + parameters[first + k] * (knots[k + 1] - knots[k]) / scale;
    }
    for (int k = middle - 1; k >= 0; k--) {
      values[k] = values[k + 1] - parameters[first + k] * (knots[k + 1] - knots[k]) / scale;
    }
    double missing = hasMissing ? parameters[first + segments()] : 0;
    return new FeatureCurve(feature, knots.clone(), Arrays.copyOf(values, values.length), missing);
  }
}
