package dev.ocellus.fusion;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Additive logistic regression with one set of curves for each kind of evidence.
 *
 * <p>A generalised additive model (Hastie and Tibshirani, Statistical Science 1986): the log-odds
 * of a match are an intercept plus one {@link FeatureCurve} a feature. The first regime whose
 * required features are all known applies, so a captionless photo is judged by weights made for
 * captionless photos. Where none applies, nothing speaks for the pair and the score is 0.
 */
public final class LogisticFusion implements FusionModel {
  private final List<Regime> regimes;
  // Flat copies: score() runs once a candidate and must not allocate.
  private final long[] required;
  private final FeatureCurve[][] curves;

  /**
   * @param regimes in order of preference, those that require most first
   * @throws DataException if there is none
   */
  public LogisticFusion(List<Regime> regimes) {
    this.regimes = List.copyOf(regimes);
    if (regimes.isEmpty()) {
      throw new DataException("a logistic fusion needs a regime");
    }
    required = new long[regimes.size()];
    curves = new FeatureCurve[regimes.size()][];
    for (int r = 0; r < required.length; r++) {
      for (Feature feature : regimes.get(r).requires()) {
        required[r] |= 1L << feature.ordinal();
      }
      curves[r] = regimes.get(r).curves().toArray(new FeatureCurve[0]);
    }
  }

  public List<Regime> regimes() {
    return regimes;
  }

  @Override
  public float score(float[] features) {
    int regime = regimeOf(features);
    if (regime < 0) {
      return 0;
    }
    double logit = regimes.get(regime).intercept();
    for (FeatureCurve curve : curves[regime]) {
      logit += curve.at(features[curve.feature().ordinal()]);
    }
    return (float) (1 / (1 + Math.exp(-logit)));
  }

  /** What each feature adds to the log-odds; features without a curve are left out. */
  @Override
  public Contribution contribution(float[] features) {
    int regime = regimeOf(features);
    if (regime < 0) {
      return new Contribution("none", Double.NEGATIVE_INFINITY, Map.of());
    }
    Map<Feature, Double> parts = new EnumMap<>(Feature.class);
    for (FeatureCurve curve : curves[regime]) {
      parts.put(curve.feature(), curve.at(features[curve.feature().ordinal()]));
    }
    Regime used = regimes.get(regime);
    return new Contribution(used.name(), used.intercept(), Collections.unmodifiableMap(parts));
  }

  /** Index of the regime that applies, or -1. */
  private int regimeOf(float[] features) {
    long known = 0;
    for (int i = 0; i < features.length; i++) {
      if (!Float.isNaN(features[i])) {
        known |= 1L << i;
      }
    }
    for (int r = 0; r < required.length; r++) {
      if ((required[r] & ~known) == 0) {
        return r;
      }
    }
    return -1;
  }

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogisticFusion that && regimes.equals(that.regimes);
  }

  @Override
  public int hashCode() {
    return regimes.hashCode();
  }

  @Override
  public String toString() {
    return "LogisticFusion" + regimes.stream().map(Regime::name).toList();
  }
}
