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
      if (i % 5 == 0) {
        builder.nextQuery();
      }
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
  void derivativesOfLogisticLossAreThoseOfItsValue() {
    check(new LogisticLoss(design, rows(), design.penalty(3, 0.5)));
  }

  @Test
  void derivativesOfConditionalLossAreThoseOfItsValue() {
    check(new ConditionalLoss(design, rows(), design.penalty(3, 0.5)));
  }

  @Test
  void derivativesOfAMappedLossAreThoseOfItsValue() {
    double[][] map = new double[design.parameters()][4];
    for (double[] row : map) {
      Arrays.setAll(row, i -> random.nextDouble());
    }
    check(new MappedLoss(new LogisticLoss(design, rows(), design.penalty(3, 0.5)), map), 4, 1);
  }

  /** Two photos, log-odds 1 and 0, the first matches and stands for one, the other for three. */
  @Test
  void conditionalLossIsTheSurpriseThatTheMatchWins() {
    var builder = new TrainingPairs.Builder().nextQuery();
    builder.add(Features.of(Feature.IMAGE_COSINE, 1), 1, "a", 1);
    builder.add(Features.of(Feature.IMAGE_COSINE, 0), 0, "b", 3);
    var two = new AdditiveDesign(builder.build(), List.of(Feature.IMAGE_COSINE), 2);
    var loss = new ConditionalLoss(two, new int[] {0, 1}, new double[2][2]);
    // Slope in log-odds per standard deviation, which is .5 with equal say of the two pairs.
    assertEquals(Math.log(1 + 3 * Math.exp(-1)), loss.value(new double[] {7, .5}), 1e-12);
  }

  private int[] rows() {
    return IntStream.range(10, 200).toArray();
  }

  private void check(ConstrainedNewton.Loss loss) {
    check(loss, design.parameters(), 0.5);
  }

  private void check(ConstrainedNewton.Loss loss, int parameters, double size) {
    double[] at = random.doubles(parameters, 0, size).toArray();
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
