package dev.ocellus.study.grid;

import dev.ocellus.study.learn.Learner;
import dev.ocellus.study.learn.Learners;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cells are tried: all learners on the bundled encoder's features and the fusion's, a few on
 * every other pair of vectors, and every target.
 */
final class Grid {

  private static final List<String> CONSTANT = List.of("mean", "median");

  /** Learners for the pairs of vectors that only widen the comparison. */
  private static final List<String> FEW = List.of("ridge", "gbt", "mlp");

  private Grid() {}

  /** An experiment with its parts. */
  record Experiment(Cell cell, FeatureSet features, Learner learner) {}

  /** The experiments, target by target. */
  static List<Experiment> experiments(FeatureCatalogue catalogue, StudyOptions options) {
    List<Experiment> experiments = new ArrayList<>();
    for (String target : options.targets()) {
      boolean first = target.equals(options.targets().getFirst());
      for (FeatureSet set : catalogue.sets()) {
        for (String name : options.learners()) {
          Learner learner = Learners.named(name);
          if (fits(set, learner) && tried(set, learner, first, options.narrow())) {
            experiments.add(new Experiment(new Cell(set.name(), name, target), set, learner));
          }
        }
      }
    }
    return experiments;
  }

  private static boolean fits(FeatureSet set, Learner learner) {
    return learner.takes(set.kind() == FeatureSet.Kind.COSINE ? 1 : Integer.MAX_VALUE);
  }

  private static boolean tried(FeatureSet set, Learner learner, boolean first, boolean narrow) {
    boolean bundled =
        set.image().equals(FeatureCatalogue.ENCODER) && set.text().equals(FeatureCatalogue.TOWER);
    if (CONSTANT.contains(learner.name())) {
      // What they say does not depend on the features.
      return bundled && set.kind() == FeatureSet.Kind.COSINE;
    }
    if (set.kind() == FeatureSet.Kind.FUSION || set.kind() == FeatureSet.Kind.COSINE) {
      return true;
    }
    boolean few = FEW.contains(learner.name());
    return first ? (bundled && !narrow) || few : few && bundled && !narrow;
  }
}
