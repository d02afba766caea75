package dev.ocellus.fusion;

import java.util.List;

/**
 * The curves for pairs of which the same evidence is known. A regime applies to a pair whose
 * required features are all known; features without a curve are ignored.
 *
 * @param name for cards and explanations: "image+captions+words"
 * @param requires features that must be known; at least one
 * @param intercept log-odds where every curve is at zero
 * @param curves one a feature
 */
public record Regime(
    String name, List<Feature> requires, double intercept, List<FeatureCurve> curves) {

  /**
   * @throws DataException if nothing is required, a feature has two curves, or the intercept is not
   *     finite
   */
  public Regime {
    requires = List.copyOf(requires);
    curves = List.copyOf(curves);
    if (requires.isEmpty()) {
      throw new DataException("regime '" + name + "' requires no feature");
    }
    if (!Double.isFinite(intercept)) {
      throw new DataException("regime '" + name + "': intercept is not a finite number");
    }
    if (curves.stream().map(FeatureCurve::feature).distinct().count() < curves.size()) {
      throw new DataException("regime '" + name + "': a feature has two curves");
    }
  }
}
