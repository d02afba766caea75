package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.Features;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FusionMixtureTest {

  private static final long SEED = 3;

  private static LogisticFusion model(double intercept, FeatureCurve... curves) {
    return new LogisticFusion(
        List.of(new Regime("words", List.of(Feature.BM25), intercept, List.of(curves))));
  }

  private static double logOdds(FusionModel model, float[] features) {
    double score = model.score(features);
    return Math.log(score / (1 - score));
  }

  private final LogisticFusion bent =
      model(
          -1,
          new FeatureCurve(Feature.BM25, new double[] {0, .5, 1}, new double[] {0, 1, 1.5}, 0),
          new FeatureCurve(Feature.QUERY_LENGTH, new double[] {2, 8}, new double[] {0, -1}, .25));

  private final LogisticFusion line =
      model(2, FeatureCurve.line(Feature.BM25, 3), FeatureCurve.line(Feature.IDF_COVERAGE, .5));

  /** Also between the knots of either, beyond them, and where a feature is missing. */
  @Test
  void itsLogOddsAreTheWeightedSumOfTheirs() {
    LogisticFusion mixture = FusionMixture.of(List.of(bent, line), List.of(.25, .75));
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      float[] features = Features.random(random);
      Features.with(features, Feature.BM25, 3 * random.nextDouble() - 1);
      if (i % 3 == 0) {
        Features.with(features, Feature.QUERY_LENGTH, Double.NaN);
      }
      assertEquals(
          .25 * logOdds(bent, features) + .75 * logOdds(line, features),
          logOdds(mixture, features),
          1e-3,
          "seed " + SEED + ", pair " + i);
    }
  }

  @Test
  void fusionsWithoutCommonEvidenceCannotBeMixed() {
    LogisticFusion image =
        new LogisticFusion(
            List.of(new Regime("image", List.of(Feature.IMAGE_COSINE), 0, List.of())));
    assertThrows(
        DataException.class, () -> FusionMixture.of(List.of(bent, image), List.of(.5, .5)));
  }

  @Test
  void aNegativeWeightIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> FusionMixture.of(List.of(bent, line), List.of(2., -1.)));
  }

  /**
   * Pairs whose log-odds by the model are 0 and 2 (BM25 of 0 and 1), and of which a quarter and
   * three quarters match: log-odds -ln 3 and ln 3, so a shift of -ln 3 and a scale of ln 3, which
   * makes the curve's slope of 2 one of 2 ln 3.
   */
  @Test
  void plattScalingFitsScaleAndShift() {
    LogisticFusion model = model(0, FeatureCurve.line(Feature.BM25, 2));
    var pairs = new TrainingPairs.Builder();
    for (int i = 0; i < 4; i++) {
      pairs.add(Features.of(Feature.BM25, 0), i == 0 ? 1 : 0, "a" + i, 1);
      pairs.add(Features.of(Feature.BM25, 1), .75, "b" + i, 2);
    }
    LogisticFusion scaled = PlattScaling.fit(model, pairs.build());
    assertEquals(.25, scaled.score(Features.of(Feature.BM25, 0)), 1e-6);
    assertEquals(.75, scaled.score(Features.of(Feature.BM25, 1)), 1e-6);
    assertEquals(
        2 * Math.log(3), scaled.regimes().getFirst().curves().getFirst().values()[1], 1e-6);
  }

  @Test
  void plattScalingNeverTurnsARankingRound() {
    LogisticFusion model = model(0, FeatureCurve.line(Feature.BM25, 2));
    var pairs = new TrainingPairs.Builder();
    pairs
        .add(Features.of(Feature.BM25, 0), .8, "a", 1)
        .add(Features.of(Feature.BM25, 1), .2, "b", 1);
    LogisticFusion scaled = PlattScaling.fit(model, pairs.build());
    float low = scaled.score(Features.of(Feature.BM25, 0));
    assertEquals(low, scaled.score(Features.of(Feature.BM25, 1)), 1e-6);
  }
}
