package dev.ocellus.study.learn;

import java.util.List;
import java.util.function.BiFunction;

/** Chooses among candidates by their error on held-out groups of the training rows. */
final class HyperparameterSearch {

  private HyperparameterSearch() {}

  /**
   * The candidate that errs least; of equals the earlier.
   *
   * @param candidates one or more; without two groups to split, the first is taken
   * @param fit fits a candidate
   */
  static <T> T best(List<T> candidates, Dataset train, BiFunction<T, Dataset, Predictor> fit) {
    T best = candidates.getFirst();
    if (candidates.size() == 1 || !InnerSplit.possible(train)) {
      return best;
    }
    InnerSplit split = InnerSplit.of(train);
    double least = Double.POSITIVE_INFINITY;
    for (T candidate : candidates) {
      try (Predictor predictor = fit.apply(candidate, split.fit())) {
        double error = split.error(predictor);
        if (error < least) {
          least = error;
          best = candidate;
        }
      }
    }
    return best;
  }
}
