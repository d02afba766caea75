package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled pairs as hat functions: a pair's log-odds are the intercept plus, for each curve, a
 * mixture of the values of two neighbouring knots ("slots"). Slot 0 and parameter 0 are the
 * intercept.
 */
final class AdditiveDesign {
  final int pairs;
  final double[] targets;
  final double[] weights;
  final int[] queries;

  /** For pair i and curve c, at i * curves + c: the left slot, and the right slot's share. */
  final int[] slot;

  final float[] share;
  final List<CurveLayout> curves = new ArrayList<>();

  /** d slot value / d parameter. */
  final double[][] derivatives;

  AdditiveDesign(TrainingPairs data, List<Feature> features, int knots) {
    pairs = data.size();
    targets = new double[pairs];
    weights = new double[pairs];
    queries = new int[pairs];
    for (int i = 0; i < pairs; i++) {
      targets[i] = data.target(i);
      weights[i] = data.weight(i);
      queries[i] = data.query(i);
    }
    for (Feature feature : features) {
      Knots found = Knots.of(data, feature, knots);
      if (found.at().length > 0) {
        curves.add(new CurveLayout(feature, found.at(), found.scale(), hasMissing(data, feature)));
      }
    }
    slot = new int[pairs * curves.size()];
    share = new float[pairs * curves.size()];
    derivatives = new double[1 + sum(true)][1 + sum(false)];
    derivatives[0][0] = 1;
    int firstSlot = 1;
    int firstParameter = 1;
    for (int c = 0; c < curves.size(); c++) {
      curves.get(c).addDerivatives(derivatives, firstSlot, firstParameter);
      place(data, c, firstSlot);
      firstSlot += curves.get(c).slots();
      firstParameter += curves.get(c).parameters();
    }
  }

  private int sum(boolean ofSlots) {
    return curves.stream().mapToInt(c -> ofSlots ? c.slots() : c.parameters()).sum();
  }

  private static boolean hasMissing(TrainingPairs data, Feature feature) {
    for (int i = 0; i < data.size(); i++) {
      if (Float.isNaN(data.feature(i, feature))) {
        return true;
      }
    }
    return false;
  }

  private void place(TrainingPairs data, int c, int firstSlot) {
    CurveLayout curve = curves.get(c);
    for (int i = 0; i < pairs; i++) {
      int at = i * curves.size() + c;
      float x = data.feature(i, curve.feature());
      if (Float.isNaN(x)) {
        // Left slot is the last knot with share 0, right slot is "missing" with share 1.
        slot[at] = firstSlot + curve.missingSlot() - 1;
        share[at] = 1;
      } else {
        int segment = curve.segmentOf(x);
        slot[at] = firstSlot + segment;
        share[at] = (float) curve.positionIn(segment, x);
      }
    }
  }

  int parameters() {
    return derivatives[0].length;
  }

  /** Which parameters must not be negative: slopes of similarities. */
  boolean[] nonNegative() {
    boolean[] nonNegative = new boolean[parameters()];
    int first = 1;
    for (CurveLayout curve : curves) {
      for (int k = 0; k < curve.segments(); k++) {
        nonNegative[first + k] = curve.feature().isSimilarity();
      }
      first += curve.parameters();
    }
    return nonNegative;
  }

  /** Which parameters depend on the photo: not the intercept, nor the curves of the query alone. */
  boolean[] ofPhoto() {
    boolean[] ofPhoto = new boolean[parameters()];
    int first = 1;
    for (CurveLayout curve : curves) {
      boolean photo = curve.feature().evidence() != Evidence.QUERY;
      Arrays.fill(ofPhoto, first, first + curve.parameters(), photo);
      first += curve.parameters();
    }
    return ofPhoto;
  }

  double[][] penalty(double bend, double ridge) {
    double[][] penalty = new double[parameters()][parameters()];
    int first = 1;
    for (CurveLayout curve : curves) {
      curve.addPenalty(penalty, first, bend, ridge);
      first += curve.parameters();
    }
    return penalty;
  }

  List<FeatureCurve> fittedCurves(double[] parameters) {
    List<FeatureCurve> fitted = new ArrayList<>();
    int first = 1;
    for (CurveLayout curve : curves) {
      fitted.add(curve.curve(parameters, first));
      first += curve.parameters();
    }
    return fitted;
  }

  double[] slotValues(double[] parameters) {
    double[] values = new double[derivatives.length];
    for (int s = 0; s < values.length; s++) {
      for (int p = 0; p < parameters.length; p++) {
        values[s] += derivatives[s][p] * parameters[p];
      }
    }
    return values;
  }

  double logit(int pair, double[] slotValues) {
    double logit = slotValues[0];
    int from = pair * curves.size();
    for (int at = from; at < from + curves.size(); at++) {
      double left = slotValues[slot[at]];
      logit += left + share[at] * (slotValues[slot[at] + 1] - left);
    }
    return logit;
  }

  /** Adds a pair's share of every slot, times a factor. */
  void addSlots(int pair, double factor, double[] slots) {
    slots[0] += factor;
    int from = pair * curves.size();
    for (int at = from; at < from + curves.size(); at++) {
      slots[slot[at]] += factor * (1 - share[at]);
      slots[slot[at] + 1] += factor * share[at];
    }
  }
}
