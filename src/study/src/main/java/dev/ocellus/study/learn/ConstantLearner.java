package dev.ocellus.study.learn;

import dev.ocellus.fusion.metrics.Percentiles;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Predicts the same for every pair: what any other learner must beat. */
final class ConstantLearner implements Learner {

  private final String name;
  private final ToDoubleFunction<double[]> summary;

  private ConstantLearner(String name, ToDoubleFunction<double[]> summary) {
    this.name = name;
    this.summary = summary;
  }

  /** The constant that has the least squared error. */
  static ConstantLearner mean() {
    return new ConstantLearner("mean", targets -> Arrays.stream(targets).average().orElseThrow());
  }

  /** The constant that has the least absolute error. */
  static ConstantLearner median() {
    return new ConstantLearner("median", targets -> Percentiles.of(targets).median());
  }

  @Override
  public String name() {
    return name;
  }

  /** None: the name says it all. */
  @Override
  public String settings() {
    return "";
  }

  @Override
  public Predictor fit(Dataset train) {
    double constant = summary.applyAsDouble(train.targets());
    return rows -> {
      double[] scores = new double[rows.length];
      Arrays.fill(scores, constant);
      return scores;
    };
  }
}
