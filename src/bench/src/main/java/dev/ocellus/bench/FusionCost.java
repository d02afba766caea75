package dev.ocellus.bench;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.FusionModels;
import java.util.Locale;
import java.util.Random;

/**
 * What the bundled fusion costs on one core, given a photo's features: nanoseconds a score, over
 * features drawn at random with a seed.
 */
public final class FusionCost {
  private static final int ROUNDS = 5;
  private static final int VECTORS = 4096;
  private static final int REPEATS = 500;
  private static final long SEED = 42;

  private FusionCost() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    FusionModel model = FusionModels.bundled().model();
    Random random = new Random(SEED);
    float[][] features = new float[VECTORS][Feature.values().length];
    for (float[] row : features) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextFloat();
      }
    }
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        for (float[] row : features) {
          sum += model.score(row);
        }
      }
      double nanos = (System.nanoTime() - start) / (double) (REPEATS * VECTORS);
      System.out.printf(Locale.ROOT, "round %d: %.0f ns a score%n", round + 1, nanos);
    }
    // Printed, so that the scores cannot be optimised away.
    System.out.printf(Locale.ROOT, "mean score %.4f%n", sum / ROUNDS / REPEATS / VECTORS);
  }
}
