package dev.ocellus.study.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * Linear regression by its normal equations, w = (X'X + n penalty I)^-1 X'y, or, where there are
 * fewer rows than features, the same as w = X'(XX' + n penalty I)^-1 y; over standardised features
 * and centred targets. Predictions are cut at 0 and 1.
 */
final class LinearLearner implements Learner {

  private final String name;
  private final double[] penalties;

  private LinearLearner(String name, double... penalties) {
    this.name = name;
    this.penalties = penalties;
  }

  /** Ordinary least squares; the millionth keeps dependent features solvable. */
  static LinearLearner leastSquares() {
    return new LinearLearner("linear", 1e-6);
  }

  /** Ridge regression; its penalty is searched for. */
  static LinearLearner ridge() {
    return new LinearLearner("ridge", 0.003, 0.03, 0.3, 3, 30);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String settings() {
    return "penalties %s, %s".formatted(Arrays.toString(penalties), InnerSplit.SETTINGS);
  }

  @Override
  public Predictor fit(Dataset train) {
    return solve(train, bestPenalty(train))[0];
  }

  private double bestPenalty(Dataset train) {
    if (penalties.length == 1 || !InnerSplit.possible(train)) {
      return penalties[0];
    }
    InnerSplit split = InnerSplit.of(train);
    Weights[] candidates = solve(split.fit(), penalties);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < candidates.length; i++) {
      double error = split.error(candidates[i]);
      if (error < least) {
        least = error;
        best = i;
      }
    }
    return penalties[best];
  }

  /** One solution a penalty; the dear product of the rows is made once for all. */
  private static Weights[] solve(Dataset train, double... penalties) {
    Standardizer standardizer = Standardizer.of(train);
    int n = train.size();
    double mean = Arrays.stream(train.targets()).average().orElseThrow();
    double[] centred = Arrays.stream(train.targets()).map(t -> t - mean).toArray();
    try (NDManager manager = Torch.manager()) {
      NDArray x =
          manager
              .create(standardizer.flat(train.rows()), new Shape(n, train.width()))
              .toType(DataType.FLOAT64, false);
      NDArray transposed = x.transpose();
      NDArray y = manager.create(centred, new Shape(n, 1));
      boolean fewRows = n < train.width();
      NDArray gram = fewRows ? x.matMul(transposed) : transposed.matMul(x);
      NDArray right = fewRows ? y : transposed.matMul(y);
      int side = Math.min(n, train.width());
      NDArray identity = manager.eye(side, side, 0, DataType.FLOAT64);
      Weights[] solutions = new Weights[penalties.length];
      for (int i = 0; i < solutions.length; i++) {
        try (NDArray inverse = gram.add(identity.mul(n * penalties[i])).inverse()) {
          NDArray solved = inverse.matMul(right);
          NDArray weights = fewRows ? transposed.matMul(solved) : solved;
          solutions[i] = new Weights(standardizer, weights.toDoubleArray(), mean);
        }
      }
      return solutions;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Weights(Standardizer standardizer, double[] weights, double intercept)
      implements Predictor {

    @Override
    public double[] predict(float[][] rows) {
      float[] flat = standardizer.flat(rows);
      double[] scores = new double[rows.length];
      for (int i = 0; i < scores.length; i++) {
        double sum = intercept;
        for (int j = 0; j < weights.length; j++) {
          sum += weights[j] * flat[i * weights.length + j];
        }
        scores[i] = Predictor.clamp(sum);
      }
      return scores;
    }
  }
}
