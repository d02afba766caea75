package dev.ocellus.study.learn;

import dev.ocellus.fusion.training.GroupedSplit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Training rows split once more, by group, to choose hyper-parameters on.
 *
 * @param fit three quarters of the groups: candidates are fitted to them
 * @param check the others: the candidate that errs least on them is chosen
 */
record InnerSplit(Dataset fit, Dataset check) {

  private static final double CHECK_SHARE = 0.25;
  private static final long SEED = 7;

  /** How rows are split. */
  static final String SETTINGS = "chosen on %s by seed %d".formatted(CHECK_SHARE, SEED);

  static InnerSplit of(Dataset train) {
    boolean[] held = GroupedSplit.heldOut(train.groups(), CHECK_SHARE, SEED);
    return new InnerSplit(select(train, i -> !held[i]), select(train, i -> held[i]));
  }

  /** Whether there are groups enough to hold some out. */
  static boolean possible(Dataset train) {
    return train.groups().stream().distinct().count() >= 2;
  }

  private static Dataset select(Dataset from, IntPredicate chosen) {
    return from.select(IntStream.range(0, from.size()).filter(chosen).toArray());
  }

  /** Mean squared error on the held-out rows. */
  double error(Predictor predictor) {
    double[] scores = predictor.predict(check.rows());
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double error = scores[i] - check.targets()[i];
      sum += error * error;
    }
    return sum / scores.length;
  }
}
