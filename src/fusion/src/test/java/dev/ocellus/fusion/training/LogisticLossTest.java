package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.Features;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticLossTest {
  private static final long SEED = 5;
  private final Random random = new Random(SEED);
  private final TrainingPairs pairs = pairs();
  private final AdditiveDesign design =
      new AdditiveDesign(pairs, Arrays.asList(Feature.values()), 6);

  private TrainingPairs pairs() {
    var builder = new TrainingPairs.Builder();
    for (int i = 0; i < 200; i++) {
      float[] features = Features.random(random);
      if (i % 7 == 0) {
        Features.with(features, Feature.BM25, Double.NaN);
      }
      builder.add(features, random.nextDouble(), "photo " + i, 0.5 + random.nextDouble());
    }
    return builder.build();
  }

  private double[] randomParameters() {
    return random.doubles(design.parameters(), 0, 0.5).toArray();
  }

  @Test
  void derivativesAreThoseOfTheValue() {
    double[][] penalty = design.penalty(3, 0.5);
    var loss = new LogisticLoss(design, IntStream.range(10, 200).toArray(), penalty);
    double[] at = randomParameters();
    int n = at.length;
    double[] gradient = new double[n];
    double[][] hessian = new double[n][n];
    loss.derivatives(at, gradient, hessian);
    double step = 1e-5;
    for (int i = 0; i < n; i++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += step;
      down[i] -= step;
      String where = "seed " + SEED + ", parameter " + i;
      assertEquals((loss.value(up) - loss.value(down)) / (2 * step), gradient[i], 1e-4, where);
      double[] above = new double[n];
      double[] below = new double[n];
      loss.derivatives(up, above, new double[n][n]);
      loss.derivatives(down, below, new double[n][n]);
      for (int j = 0; j < n; j++) {
        assertEquals((above[j] - below[j]) / (2 * step), hessian[i][j], 1e-4, where);
      }
    }
  }

  @Test
  void theCurvesGiveTheDesignsOwnLogOdds() {
    double[] at = randomParameters();
    LogisticFusion model =
        new LogisticFusion(
            List.of(
                new Regime("all", List.of(Feature.IMAGE_COSINE), at[0], design.fittedCurves(at))));
    double[] slotValues = design.slotValues(at);
    double[] scores = pairs.scores(model);
    for (int i = 0; i < pairs.size(); i++) {
      double logit = design.logit(i, slotValues);
      assertEquals(1 / (1 + Math.exp(-logit)), scores[i], 1e-6, "seed " + SEED);
    }
  }
}
