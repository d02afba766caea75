package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import dev.ocellus.fusion.metrics.CalibrationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The calibration error of a trainer's models on photos that they have not seen. */
public final class FusionCalibration {
  /** Number of bins, of equal width: most pairs score near 0, and bins of equal mass with them. */
  public static final int BINS = 10;

  private FusionCalibration() {}

  /**
   * Compares the scores of pairs that each fold's model has not seen with their targets.
   *
   * @return for {@link FusionCard#calibrationError()}: "overall", the error over the pairs as they
   *     are, and for every regime the error over the pairs that it can judge, other evidence hidden
   */
  public static Map<String, CalibrationError> of(List<TestedFold> folds) {
    Map<String, List<Scored>> scored = new LinkedHashMap<>();
    folds.forEach(fold -> score(fold.model(), fold.pairs(), scored));
    Map<String, CalibrationError> errors = new LinkedHashMap<>();
    scored.forEach((name, all) -> errors.put(name, error(all)));
    return errors;
  }

  private record Scored(double score, double target, double weight) {}

  private static void score(
      LogisticFusion model, TrainingPairs pairs, Map<String, List<Scored>> scored) {
    add(FusionCard.OVERALL, model, pairs, scored);
    for (Regime regime : model.regimes()) {
      Set<Evidence> evidence =
          regime.requires().stream().map(Feature::evidence).collect(Collectors.toSet());
      TrainingPairs judged = LogisticFusionTrainer.known(pairs, regime.requires(), evidence);
      add(regime.name(), model, judged.knowingOnly(evidence), scored);
    }
  }

  private static void add(
      String name, LogisticFusion model, TrainingPairs pairs, Map<String, List<Scored>> scored) {
    double[] scores = pairs.scores(model);
    for (int i = 0; i < scores.length; i++) {
      scored
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(new Scored(scores[i], pairs.target(i), pairs.weight(i)));
    }
  }

  private static CalibrationError error(List<Scored> scored) {
    return CalibrationError.equalWidth(
        column(scored, Scored::score),
        column(scored, Scored::target),
        column(scored, Scored::weight),
        BINS);
  }

  private static double[] column(List<Scored> scored, ToDoubleFunction<Scored> column) {
    return scored.stream().mapToDouble(column).toArray();
  }
}
