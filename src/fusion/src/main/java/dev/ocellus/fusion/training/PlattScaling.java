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
    double[] targets = new double[pairs.size()];
    double[] weights = new double[pairs.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = pairs.target(i);
      weights[i] = pairs.weight(i);
    }
    LogisticLine line = LogisticLine.fit(logits, targets, weights, new LogisticLine(1, 0));
    // A scale below 0 would turn the ranking round.
    return FusionMixture.scaled(regime, Math.max(0, line.slope()), line.intercept());
  }
}
