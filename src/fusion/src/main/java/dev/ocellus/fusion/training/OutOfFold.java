package dev.ocellus.fusion.training;

import dev.ocellus.fusion.FusionModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** Scores by models that have not seen the photo: cross-validation grouped by photo. */
public final class OutOfFold {
  private OutOfFold() {}

  /**
   * Trains on the photos of all folds but one and scores those of the one left out, for each fold.
   *
   * @param trainer trains on the photos that it is told to see
   * @param asked features of the pairs to score, one value a {@link dev.ocellus.fusion.Feature}
   * @param photos the photo of each pair to score; photos that are not among them may be seen in
   *     every fold
   * @param folds 2 or more, and no more than there are photos
   * @param progress hears the number of folds done
   * @return the scores, 0 to 1
   */
  public static double[] scores(
      Function<Predicate<String>, ? extends FusionModel> trainer,
      List<float[]> asked,
      List<String> photos,
      int folds,
      long seed,
      LongConsumer progress) {
    int[] foldOf = GroupedSplit.foldOf(photos, folds, seed);
    Map<String, Integer> foldOfPhoto = new HashMap<>();
    for (int i = 0; i < foldOf.length; i++) {
      foldOfPhoto.put(photos.get(i), foldOf[i]);
    }
    double[] scores = new double[foldOf.length];
    for (int f = 0; f < folds; f++) {
      Integer fold = f;
      FusionModel model = trainer.apply(photo -> !fold.equals(foldOfPhoto.get(photo)));
      for (int i = 0; i < scores.length; i++) {
        scores[i] = foldOf[i] == f ? model.score(asked.get(i)) : scores[i];
      }
      progress.accept(f + 1L);
    }
    return scores;
  }
}
