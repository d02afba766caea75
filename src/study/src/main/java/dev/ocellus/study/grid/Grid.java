package dev.ocellus.study.grid;

import dev.ocellus.study.learn.Learner;
import dev.ocellus.study.learn.Learners;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cells are tried: for the first target all learners on the bundled encoder's features and
 * the fusion's and a few on every other pair of vectors; for the others a few learners on the
 * former.
 */
final class Grid {

  private static final List<String> CONSTANT = List.of("mean", "median");

  /** One learner of each kind: linear, trees, network. */
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
    boolean few = FEW.contains(learner.name());
    if (set.kind() == FeatureSet.Kind.FUSION || set.kind() == FeatureSet.Kind.COSINE) {
      return first || few || learner.name().equals("cosine");
    }
    if (bundled) {
      return narrow ? first && few : first || few;
    }
    return first && (narrow ? learner.name().equals("ridge") : few);
  }
}
