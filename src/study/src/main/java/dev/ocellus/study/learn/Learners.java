package dev.ocellus.study.learn;

import dev.ocellus.fusion.DataException;
import java.util.List;

/** All learners by name. */
public final class Learners {

  private static final List<Learner> ALL =
      List.of(
          ConstantLearner.mean(),
          ConstantLearner.median(),
          new CosineLearner(),
          LinearLearner.leastSquares(),
          LinearLearner.ridge(),
          NeuralLearner.logistic(),
          TreeLearner.forest(),
          TreeLearner.boosting(),
          NeuralLearner.perceptron());

  private Learners() {}

  /** Every learner, simplest first. */
  public static List<Learner> all() {
    return ALL;
  }

  /** The names of all learners. */
  public static List<String> names() {
    return ALL.stream().map(Learner::name).toList();
  }

  /**
   * The learner of this name.
   *
   * @throws DataException naming the known ones, if there is none
   */
  public static Learner named(String name) {
    return ALL.stream()
        .filter(learner -> learner.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "unknown learner '" + name + "'; known: " + String.join(", ", names())));
  }
}
