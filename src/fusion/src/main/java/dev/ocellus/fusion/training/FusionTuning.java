package dev.ocellus.fusion.training;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.LogisticFusion;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A fusion fitted to the evidence that tells something, by photos not fitted to.
 *
 * @param model fitted to all pairs
 * @param tested models and the pairs that they have not seen
 * @param weights what each kind of evidence tells; one that tells nothing has a share of 0
 * @param leftOut evidence that tells nothing: the model does not look at it
 */
public record FusionTuning(
    LogisticFusion model,
    List<TestedFold> tested,
    Map<Evidence, EvidenceWeight> weights,
    Set<Evidence> leftOut) {

  /**
   * Fits, leaves out what tells nothing, and fits again without it.
   *
   * @param pairs that tell their queries
   * @param heldOut pairs of other photos to test on; null to cross-validate, grouped by photo
   * @param progress hears the number of fits done, of at most {@link #mostFits}
   * @throws DataException if no evidence tells anything
   */
  public static FusionTuning of(
      LogisticFusionTrainer trainer,
      TrainingPairs pairs,
      @Nullable TrainingPairs heldOut,
      LongConsumer progress) {
    List<TestedFold> tested = test(trainer, pairs, heldOut, progress);
    Map<Evidence, EvidenceWeight> weights = new EnumMap<>(EvidenceWeight.of(tested));
    int photos = tested.stream().mapToInt(fold -> fold.pairs().groupCount()).sum();
    Set<Evidence> leftOut = EnumSet.noneOf(Evidence.class);
    Set<Evidence> kept = EnumSet.noneOf(Evidence.class);
    weights.forEach(
        (kind, weight) ->
            (weight.tellsNothing(photos) ? leftOut : kept).addAll(EvidenceWeight.with(kind)));
    if (kept.isEmpty()) {
      throw new DataException(
          "neither photos nor captions tell which of %d photos a text is about; there is nothing to fit"
              .formatted(photos));
    }
    if (!leftOut.isEmpty()) {
      TrainingPairs rest = pairs.knowingOnly(kept);
      tested = test(trainer, rest, heldOut, n -> progress.accept(trainer.folds() + n));
      Map<Evidence, EvidenceWeight> shares = EvidenceWeight.of(tested);
      weights.replaceAll(
          (kind, weight) -> {
            EvidenceWeight again = shares.getOrDefault(kind, weight);
            return new EvidenceWeight(weight.wins(), kept.contains(kind) ? again.share() : 0);
          });
      return new FusionTuning(trainer.train(rest), tested, weights, leftOut);
    }
    return new FusionTuning(trainer.train(pairs), tested, weights, leftOut);
  }

  /** Fits that it takes at most. */
  public static int mostFits(LogisticFusionTrainer trainer) {
    return 2 * trainer.folds() + 1;
  }

  private static List<TestedFold> test(
      LogisticFusionTrainer trainer,
      TrainingPairs pairs,
      @Nullable TrainingPairs heldOut,
      LongConsumer progress) {
    if (heldOut == null) {
      return TestedFold.crossValidate(trainer, pairs, trainer.folds(), trainer.seed(), progress);
    }
    return List.of(new TestedFold(trainer.train(pairs), heldOut));
  }
}
