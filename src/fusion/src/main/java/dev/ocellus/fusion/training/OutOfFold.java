package dev.ocellus.fusion.training;

import dev.ocellus.fusion.FusionModel;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Scores by models that have not seen the photo: cross-validation grouped by photo. */
public final class OutOfFold {
  private OutOfFold() {}

  /**
   * Trains on all folds but one and scores the one left out, for each fold.
   *
   * @param folds 2 or more, and no more than there are groups
   * @param progress hears the number of folds done
   * @return every pair's score, 0 to 1, in the pairs' order
   */
  public static double[] scores(
      Function<TrainingPairs, ? extends FusionModel> trainer,
      TrainingPairs pairs,
      int folds,
      long seed,
      LongConsumer progress) {
    int[] foldOf = GroupedSplit.foldOf(pairs.groups(), folds, seed);
    double[] scores = new double[pairs.size()];
    for (int f = 0; f < folds; f++) {
      int fold = f;
      FusionModel model = trainer.apply(pairs.select(i -> foldOf[i] != fold));
      for (int i = 0; i < scores.length; i++) {
        scores[i] = foldOf[i] == fold ? model.score(pairs.features(i)) : scores[i];
      }
      progress.accept(f + 1L);
    }
    return scores;
  }
}
