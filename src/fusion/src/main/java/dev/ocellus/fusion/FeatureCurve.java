package dev.ocellus.fusion;

import java.util.Arrays;

/**
 * One feature's contribution to the log-odds of a match, a piecewise linear function of the
 * feature.
 *
 * <p>Beyond the outer knots the curve of a similarity goes on with the slope of its outer segment,
 * so that no two candidates tie at the ends; the curve of any other feature stays level, so that a
 * query longer than any seen in training gets no extreme score.
 */
public final class FeatureCurve {
  private final Feature feature;
  private final double[] knots;
  private final double[] values;
  private final double missing;
  private final boolean levelOutside;
  // A division for each feature of each candidate would cost more than all else here.
  private final double[] slopes;

  /**
   * @param knots at least two, strictly ascending
   * @param values log-odds at the knots; not falling if the feature is a similarity
   * @param missing log-odds where the feature is missing
   * @throws DataException if one of these does not hold or a number is not finite
   */
  public FeatureCurve(Feature feature, double[] knots, double[] values, double missing) {
    this.feature = feature;
    this.knots = knots.clone();
    this.values = values.clone();
    this.missing = missing;
    check();
    this.levelOutside = !feature.isSimilarity();
    this.slopes = new double[knots.length - 1];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (values[i + 1] - values[i]) / (knots[i + 1] - knots[i]);
    }
  }

  private void check() {
    String where = "feature '" + feature.key() + "': ";
    if (knots.length < 2 || knots.length != values.length) {
      throw new DataException(
          where
              + "needs two or more knots and as many values, got "
              + knots.length
              + " and "
              + values.length);
    }
    for (int i = 0; i < knots.length; i++) {
      if (!Double.isFinite(knots[i]) || !Double.isFinite(values[i])) {
        throw new DataException(where + "knot or value " + i + " is not a finite number");
      }
      if (i > 0 && knots[i] <= knots[i - 1]) {
        throw new DataException(where + "knots must ascend, got " + Arrays.toString(knots));
      }
      if (i > 0 && feature.isSimilarity() && values[i] < values[i - 1]) {
        throw new DataException(
            where + "values of a similarity must not fall, got " + Arrays.toString(values));
      }
    }
    if (!Double.isFinite(missing)) {
      throw new DataException(where + "'missing' is not a finite number");
    }
  }

  /** A straight line through the origin: what plain logistic regression has. */
  public static FeatureCurve line(Feature feature, double slope) {
    return new FeatureCurve(feature, new double[] {0, 1}, new double[] {0, slope}, 0);
  }

  public Feature feature() {
    return feature;
  }

  public double[] knots() {
    return knots.clone();
  }

  public double[] values() {
    return values.clone();
  }

  public double missing() {
    return missing;
  }

  /**
   * The contribution in log-odds.
   *
   * @param x the feature's value, NaN where missing
   */
  public double at(double x) {
    if (Double.isNaN(x)) {
      return missing;
    }
    int last = knots.length - 1;
    if (levelOutside) {
      x = Math.min(Math.max(x, knots[0]), knots[last]);
    }
    int i = 0;
    while (i < last - 1 && x >= knots[i + 1]) {
      i++;
    }
    double slope = slopes[i];
    double y = values[i] + slope * (x - knots[i]);
    // Rounding must not lift a value just below a knot above the knot's own.
    return i < last - 1 && slope >= 0 ? Math.min(y, values[i + 1]) : y;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureCurve that
        && feature == that.feature
        && missing == that.missing
        && Arrays.equals(knots, that.knots)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * feature.hashCode() + Arrays.hashCode(knots)) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return feature.key() + Arrays.toString(knots) + "->" + Arrays.toString(values);
  }
}
