package dev.ocellus.fusion.training;

import dev.ocellus.fusion.LogisticFusion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A model and pairs of photos that it has not seen.
 *
 * @param model trained on the other folds
 * @param pairs the fold left out
 */
public record TestedFold(LogisticFusion model, TrainingPairs pairs) {

  /**
   * Cross-validation grouped by photo: trains on all folds but one, for each fold.
   *
   * @param progress hears the number of folds done
   */
  public static List<TestedFold> crossValidate(
      LogisticFusionTrainer trainer,
      TrainingPairs pairs,
      int folds,
      long seed,
      LongConsumer progress) {
    List<TestedFold> tested = new ArrayList<>();
    for (Fold fold : GroupedSplit.kFold(pairs, folds, seed)) {
      tested.add(new TestedFold(trainer.train(fold.train()), fold.test()));
      progress.accept(tested.size());
    }
    return tested;
  }
}
