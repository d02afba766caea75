package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a fusion's score a probability without changing a ranking: in each regime, log-odds are
 * scaled and shifted to fit targets best (Platt, "Probabilistic outputs for support vector
 * machines", 1999, with soft targets).
 */
public final class PlattScaling {

  private static final int MOST_STEPS = 100;
  private static final double CONVERGED = 1e-9;

  private PlattScaling() {}

  /**
   * Fits.
   *
   * @param pairs to fit to; a regime that none of them shows is left as it is
   */
  public static LogisticFusion fit(LogisticFusion model, TrainingPairs pairs) {
    List<Regime> regimes = new ArrayList<>();
    for (Regime regime : model.regimes()) {
      Set<Evidence> evidence =
          regime.requires().stream().map(Feature::evidence).collect(Collectors.toSet());
      TrainingPairs shown =
          LogisticFusionTrainer.known(pairs, regime.requires(), evidence).knowingOnly(evidence);
      regimes.add(shown.size() == 0 ? regime : fit(regime, shown));
    }
    return new LogisticFusion(regimes);
  }

  private static Regime fit(Regime regime, TrainingPairs pairs) {
    LogisticFusion alone = new LogisticFusion(List.of(regime));
    double[] logits = new double[pairs.size()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = alone.contribution(pairs.features(i)).logit();
    }
    double scale = 1;
    double shift = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      // Newton's method on the two parameters; the loss is convex.
      double gradientScale = 0;
      double gradientShift = 0;
      double scaleScale = 1e-9;
      double scaleShift = 0;
      double shiftShift = 1e-9;
      for (int i = 0; i < logits.length; i++) {
        double p = 1 / (1 + Math.exp(-(scale * logits[i] + shift)));
        double slope = pairs.weight(i) * (p - pairs.target(i));
        double bend = pairs.weight(i) * p * (1 - p);
        gradientScale += slope * logits[i];
        gradientShift += slope;
        scaleScale += bend * logits[i] * logits[i];
        scaleShift += bend * logits[i];
        shiftShift += bend;
      }
      double determinant = scaleScale * shiftShift - scaleShift * scaleShift;
      double stepScale = (shiftShift * gradientScale - scaleShift * gradientShift) / determinant;
      double stepShift = (scaleScale * gradientShift - scaleShift * gradientScale) / determinant;
      scale -= stepScale;
      shift -= stepShift;
      if (Math.abs(stepScale) + Math.abs(stepShift) < CONVERGED) {
        break;
      }
    }
    // A scale below 0 would turn the ranking round.
    return FusionMixture.scaled(regime, Math.max(0, scale), shift);
  }
}
