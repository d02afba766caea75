package dev.ocellus.study.learn;

import java.util.Arrays;

/** Takes a cosine as it is, as (1 + x) / 2: what an encoder says untrained. */
final class CosineLearner implements Learner {

  @Override
  public String name() {
    return "cosine";
  }

  /** None. */
  @Override
  public String settings() {
    return "";
  }

  @Override
  public boolean takes(int width) {
    return width == 1;
  }

  @Override
  public Predictor fit(Dataset train) {
    if (!takes(train.width())) {
      throw new IllegalArgumentException(
          "the cosine learner takes one feature, a cosine, got " + train.width());
    }
    return rows -> Arrays.stream(rows).mapToDouble(r -> Predictor.clamp((1 + r[0]) / 2)).toArray();
  }
}
