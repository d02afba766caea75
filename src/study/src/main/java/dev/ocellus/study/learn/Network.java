package dev.ocellus.study.learn;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A trained network in PyTorch's memory. */
final class Network implements Predictor {

  private static final int SEED = 42;
  private static final int BATCH = 128;
  private static final int PREDICTED_AT_ONCE = 4096;

  /** Small data are seen so often that there are enough steps all the same. */
  private static final int LEAST_STEPS = 300;

  /** How every network is trained. */
  static final String SETTINGS =
      "Adam, seed %d, batches of %d, %d steps at least".formatted(SEED, BATCH, LEAST_STEPS);

  private final Standardizer standardizer;
  private final Model model;
  private final Trainer trainer;
  private final int width;

  private Network(NeuralLearner.Settings settings, Dataset train) {
    Torch.manager().close(); // complains here if there is no PyTorch
    standardizer = Standardizer.of(train);
    width = train.width();
    model = Model.newInstance("study", Device.cpu(), Torch.ENGINE);
    model.setBlock(settings.block());
    Optimizer adam =
        Optimizer.adam()
            .optLearningRateTracker(Tracker.fixed(settings.rate()))
            .optWeightDecays(settings.l2())
            .build();
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss())
                .optOptimizer(adam)
                .optDevices(new Device[] {Device.cpu()}));
    trainer.initialize(new Shape(1, width));
  }

  static Network train(NeuralLearner.Settings settings, Dataset train) {
    Network[] network = new Network[1];
    Torch.seeded(
        SEED,
        () -> {
          network[0] = new Network(settings, train);
          network[0].learn(train, settings.epochs());
        });
    return network[0];
  }

  private void learn(Dataset train, int leastEpochs) {
    float[][] rows = train.rows();
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.length).boxed().toList());
    Random random = new Random(SEED);
    int batches = (rows.length + BATCH - 1) / BATCH;
    int epochs = Math.max(leastEpochs, (LEAST_STEPS + batches - 1) / batches);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      for (int from = 0; from < rows.length; from += BATCH) {
        List<Integer> batch = order.subList(from, Math.min(rows.length, from + BATCH));
        // Batch normalisation knows no deviation of a single row.
        if (batch.size() > 1) {
          step(train, batch.stream().mapToInt(i -> i).toArray());
        }
      }
    }
  }

  private void step(Dataset train, int[] batch) {
    float[][] rows = Arrays.stream(batch).mapToObj(i -> train.rows()[i]).toArray(float[][]::new);
    float[] targets = new float[batch.length];
    for (int i = 0; i < batch.length; i++) {
      targets[i] = (float) train.targets()[batch[i]];
    }
    try (NDManager manager = trainer.getManager().newSubManager();
        GradientCollector gradients = trainer.newGradientCollector()) {
      NDArray x = manager.create(standardizer.flat(rows), new Shape(rows.length, width));
      NDArray y = manager.create(targets, new Shape(rows.length, 1));
      NDList predicted = trainer.forward(new NDList(x));
      predicted.attach(manager);
      NDArray loss = trainer.getLoss().evaluate(new NDList(y), predicted);
      loss.attach(manager);
      gradients.backward(loss);
    }
    trainer.step();
  }

  @Override
  public double[] predict(float[][] rows) {
    double[] scores = new double[rows.length];
    for (int from = 0; from < rows.length; from += PREDICTED_AT_ONCE) {
      float[][] some =
          Arrays.copyOfRange(rows, from, Math.min(rows.length, from + PREDICTED_AT_ONCE));
      try (NDManager manager = trainer.getManager().newSubManager()) {
        NDArray x = manager.create(standardizer.flat(some), new Shape(some.length, width));
        NDList logits = trainer.evaluate(new NDList(x));
        logits.attach(manager);
        float[] values = logits.singletonOrThrow().toFloatArray();
        for (int i = 0; i < values.length; i++) {
          scores[from + i] = 1 / (1 + Math.exp(-values[i]));
        }
      }
    }
    return scores;
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
