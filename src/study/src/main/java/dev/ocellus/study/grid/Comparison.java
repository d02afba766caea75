package dev.ocellus.study.grid;

import dev.ocellus.fusion.metrics.Bootstrap;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Compares the cells of one target with the best of them, over the same pairs. */
final class Comparison {

  private static final long SEED = 43;

  private final StudyData data;
  private final int resamples;

  Comparison(StudyData data, int resamples) {
    this.data = data;
    this.resamples = resamples;
  }

  /** All results, target by target, best first; those without the figure last. */
  List<ComparedResult> compare(List<CellResult> results, List<String> targets) {
    return targets.stream()
        .flatMap(
            target ->
                compareOneTarget(
                    results.stream().filter(r -> r.cell().target().equals(target)).toList()))
        .toList();
  }

  private Stream<ComparedResult> compareOneTarget(List<CellResult> results) {
    List<CellResult> sorted =
        results.stream()
            .sorted(Comparator.comparing(r -> Double.isNaN(primary(r)) ? 2 : -primary(r)))
            .toList();
    if (sorted.isEmpty() || Double.isNaN(primary(sorted.getFirst()))) {
      return sorted.stream().map(r -> new ComparedResult(r, false, Double.NaN));
    }
    CellResult best = sorted.getFirst();
    Agreement agreement =
        Objects.requireNonNull(
            Figures.primary(best.cell().target()).equals(Figures.EXPERT_TAU_C)
                ? Agreement.withExperts(data, best.pairs())
                : Agreement.withCrowd(data, best.pairs()));
    return sorted.parallelStream()
        .map(r -> new ComparedResult(r, r == best, pValue(agreement, best, r)))
        .toList()
        .stream();
  }

  private double pValue(Agreement agreement, CellResult best, CellResult other) {
    if (other == best) {
      return 1;
    }
    if (Double.isNaN(primary(other))) {
      return Double.NaN;
    }
    return new Bootstrap(resamples, SEED)
        .difference(
            agreement.spread(best.scores()),
            agreement.spread(other.scores()),
            agreement.groups(),
            agreement.statistic())
        .pValue();
  }

  private static double primary(CellResult result) {
    return result.figures().getOrDefault(Figures.primary(result.cell().target()), Double.NaN);
  }
}
