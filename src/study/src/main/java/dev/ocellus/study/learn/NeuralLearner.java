package dev.ocellus.study.learn;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import java.util.List;

/**
 * A score by a sigmoid over a layer or several, trained by cross-entropy: logistic regression, and
 * the multilayer perceptron with batch normalisation, dropout and L2.
 */
final class NeuralLearner implements Learner {

  private final String name;
  private final List<Settings> candidates;

  /**
   * How a network is built and trained.
   *
   * @param hidden units of the hidden layer, 0 for none
   * @param dropout share of the hidden units left out in each step
   * @param l2 penalty of the squared weights
   * @param epochs times that every row is seen
   * @param rate of learning
   */
  record Settings(int hidden, float dropout, float l2, int epochs, float rate) {

    Block block() {
      SequentialBlock block = new SequentialBlock();
      if (hidden > 0) {
        block
            .add(Linear.builder().setUnits(hidden).build())
            .add(BatchNorm.builder().build())
            .add(Activation::relu)
            .add(Dropout.builder().optRate(dropout).build());
      }
      return block.add(Linear.builder().setUnits(1).build());
    }
  }

  private NeuralLearner(String name, Settings... candidates) {
    this.name = name;
    this.candidates = List.of(candidates);
  }

  /** Logistic regression; targets between 0 and 1 count as that share of a match. */
  static NeuralLearner logistic() {
    return new NeuralLearner(
        "logistic", new Settings(0, 0, 0.0001f, 15, 0.02f), new Settings(0, 0, 0.01f, 15, 0.02f));
  }

  /** The multilayer perceptron. */
  static NeuralLearner perceptron() {
    return new NeuralLearner(
        "mlp",
        new Settings(64, 0.3f, 0.0001f, 20, 0.003f),
        new Settings(64, 0.5f, 0.01f, 20, 0.003f));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String settings() {
    return "%s, %s, %s".formatted(candidates, Network.SETTINGS, InnerSplit.SETTINGS);
  }

  @Override
  public Predictor fit(Dataset train) {
    return Network.train(HyperparameterSearch.best(candidates, train, Network::train), train);
  }
}
