package dev.ocellus.fusion.training;

import dev.ocellus.fusion.LogisticFusion;
import java.util.List;
import java.util.function.Predicate;

/**
 * Learns from several sources that say different things: one fusion is fitted to each, their
 * log-odds are mixed, and the mixture is made a probability of what people say. Fitting one fusion
 * to all pairs at once agrees less with every one of the sources.
 *
 * @param trainer fits a source
 * @param sources one or more
 * @param judged pairs with the target that the score is to be a probability of
 */
public record MixtureTrainer(
    LogisticFusionTrainer trainer, List<Source> sources, TrainingPairs judged) {

  /**
   * Pairs and their share in the mixture.
   *
   * @param name for cards
   * @param weight of their fusion's log-odds, above 0
   */
  public record Source(String name, TrainingPairs pairs, double weight) {}

  public MixtureTrainer {
    sources = List.copyOf(sources);
  }

  /**
   * Fits.
   *
   * @param seen the photos, by their groups' names, whose pairs may be learned from
   * @throws dev.ocellus.fusion.DataException if a source has too few matches or others
   */
  public LogisticFusion train(Predicate<String> seen) {
    List<LogisticFusion> models =
        sources.stream().map(source -> trainer.train(of(source.pairs(), seen))).toList();
    LogisticFusion mixture =
        FusionMixture.of(models, sources.stream().map(Source::weight).toList());
    return PlattScaling.fit(mixture, of(judged, seen));
  }

  private static TrainingPairs of(TrainingPairs pairs, Predicate<String> seen) {
    return pairs.select(i -> seen.test(pairs.group(i)));
  }
}
