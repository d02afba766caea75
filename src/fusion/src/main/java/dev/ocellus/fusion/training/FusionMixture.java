package dev.ocellus.fusion.training;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Several fusions as one, whose log-odds are a weighted sum of theirs: what different people, or
 * people and captions, taught. The sum of piecewise linear curves is one too, so the mixture is
 * exact and costs what one fusion costs.
 */
public final class FusionMixture {

  private FusionMixture() {}

  /**
   * Mixes.
   *
   * @param models one or more
   * @param weights one a model, 0 or more, so that similarities stay similarities
   * @return with the regimes that all models have
   * @throws DataException if they have none in common
   */
  public static LogisticFusion of(List<LogisticFusion> models, List<Double> weights) {
    if (models.isEmpty() || models.size() != weights.size()) {
      throw new IllegalArgumentException(
          "need a weight a model, got %d and %d".formatted(models.size(), weights.size()));
    }
    if (weights.stream().anyMatch(w -> !(w >= 0 && w < Double.POSITIVE_INFINITY))) {
      throw new IllegalArgumentException("weights must be 0 or more, got " + weights);
    }
    List<Regime> mixed = new ArrayList<>();
    for (Regime first : models.getFirst().regimes()) {
      List<Regime> same = new ArrayList<>();
      for (LogisticFusion model : models) {
        model.regimes().stream()
            .filter(regime -> regime.requires().equals(first.requires()))
            .findFirst()
            .ifPresent(same::add);
      }
      if (same.size() == models.size()) {
        mixed.add(mix(same, weights));
      }
    }
    if (mixed.isEmpty()) {
      throw new DataException("the fusions to mix have no evidence in common");
    }
    return new LogisticFusion(mixed);
  }

  /** The same fusion with log-odds of {@code scale} times its own plus {@code shift}. */
  static Regime scaled(Regime regime, double scale, double shift) {
    Regime scaled = mix(List.of(regime), List.of(scale));
    return new Regime(
        scaled.name(), scaled.requires(), scaled.intercept() + shift, scaled.curves());
  }

  private static Regime mix(List<Regime> regimes, List<Double> weights) {
    double intercept = 0;
    Map<Feature, TreeSet<Double>> knots = new EnumMap<>(Feature.class);
    for (int i = 0; i < regimes.size(); i++) {
      intercept += weights.get(i) * regimes.get(i).intercept();
      for (FeatureCurve curve : regimes.get(i).curves()) {
        for (double knot : curve.knots()) {
          knots.computeIfAbsent(curve.feature(), f -> new TreeSet<>()).add(knot);
        }
      }
    }
    List<FeatureCurve> curves = new ArrayList<>();
    knots.forEach((feature, all) -> curves.add(curve(feature, all, regimes, weights)));
    Regime first = regimes.getFirst();
    return new Regime(first.name(), first.requires(), intercept, curves);
  }

  private static FeatureCurve curve(
      Feature feature, TreeSet<Double> knots, List<Regime> regimes, List<Double> weights) {
    double[] xs = knots.stream().mapToDouble(Double::doubleValue).toArray();
    double[] values = new double[xs.length];
    double missing = 0;
    for (int i = 0; i < regimes.size(); i++) {
      for (FeatureCurve curve : regimes.get(i).curves()) {
        if (curve.feature() == feature) {
          missing += weights.get(i) * curve.missing();
          for (int k = 0; k < xs.length; k++) {
            values[k] += weights.get(i) * curve.at(xs[k]);
          }
        }
      }
    }
    for (int k = 1; feature.isSimilarity() && k < xs.length; k++) {
      // Rounding alone can make a sum of rising values fall.
      values[k] = Math.max(values[k], values[k - 1]);
    }
    return new FeatureCurve(feature, xs, values, missing);
  }
}
