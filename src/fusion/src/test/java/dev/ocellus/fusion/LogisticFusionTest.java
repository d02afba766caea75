package dev.ocellus.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFusionTest {
  private static final LogisticFusion MODEL =
      new LogisticFusion(
          List.of(
              new Regime(
                  "image+words",
                  List.of(Feature.IMAGE_COSINE, Feature.BM25),
                  -1,
                  List.of(
                      FeatureCurve.line(Feature.IMAGE_COSINE, 2),
                      FeatureCurve.line(Feature.BM25, 3))),
              new Regime(
                  "image",
                  List.of(Feature.IMAGE_COSINE),
                  -0.5,
                  List.of(FeatureCurve.line(Feature.IMAGE_COSINE, 4)))));

  @Test
  void aCaptionedPhotoIsScoredByAllEvidence() {
    // logit = -1 + 2 * 0.5 + 3 * 0.25 = 0.75; 1 / (1 + e^-0.75) = 0.679179
    float[] pair = Features.with(Features.of(Feature.IMAGE_COSINE, 0.5), Feature.BM25, 0.25);
    assertEquals(0.679179, MODEL.score(pair), 1e-6);
  }

  @Test
  void aCaptionlessPhotoIsScoredByItsOwnRegime() {
    // logit = -0.5 + 4 * 0.5 = 1.5; 1 / (1 + e^-1.5) = 0.817574
    assertEquals(0.817574, MODEL.score(Features.of(Feature.IMAGE_COSINE, 0.5)), 1e-6);
  }

  @Test
  void nothingKnownScoresNothing() {
    assertEquals(0, MODEL.score(Features.none()));
    Contribution nothing = MODEL.contribution(Features.none());
    assertEquals("none", nothing.regime());
    assertEquals(Double.NEGATIVE_INFINITY, nothing.logit());
  }

  @Test
  void contributionsAddUpToTheScore() {
    float[] pair = Features.with(Features.of(Feature.IMAGE_COSINE, 0.5), Feature.BM25, 0.25);
    Contribution contribution = MODEL.contribution(pair);
    assertEquals("image+words", contribution.regime());
    assertEquals(-1, contribution.intercept());
    assertEquals(
        List.of(Feature.IMAGE_COSINE, Feature.BM25), List.copyOf(contribution.features().keySet()));
    assertEquals(List.of(1.0, 0.75), List.copyOf(contribution.features().values()));
    assertEquals(MODEL.score(pair), 1 / (1 + Math.exp(-contribution.logit())), 1e-7);
  }

  @Test
  void theScoreNeverFallsAsASimilarityGrows() {
    long seed = 20261120;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      LogisticFusion model = randomModel(random);
      float[] pair = Features.random(random);
      for (Feature feature : Feature.values()) {
        if (feature.isSimilarity()) {
          float before = -1;
          for (float x = -1.5f; x <= 1.5f; x += 0.01f) {
            float score = model.score(Features.with(pair.clone(), feature, x));
            assertTrue(score >= before && score <= 1, "seed " + seed + ", " + feature + " " + x);
            before = score;
          }
        }
      }
    }
  }

  private static LogisticFusion randomModel(Random random) {
    List<FeatureCurve> curves = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      double[] knots = new double[2 + random.nextInt(6)];
      double[] values = new double[knots.length];
      knots[0] = -1;
      values[0] = random.nextGaussian();
      for (int i = 1; i < knots.length; i++) {
        knots[i] = knots[i - 1] + 0.01 + random.nextDouble() / 3;
        double rise = random.nextInt(3) == 0 ? 0 : random.nextDouble();
        values[i] = values[i - 1] + (feature.isSimilarity() ? rise : random.nextGaussian());
      }
      curves.add(new FeatureCurve(feature, knots, values, random.nextGaussian()));
    }
    return new LogisticFusion(
        List.of(new Regime("all", List.of(Feature.IMAGE_COSINE), random.nextGaussian(), curves)));
  }

  @Test
  void isAValue() {
    LogisticFusion same = new LogisticFusion(MODEL.regimes());
    assertEquals(MODEL, same);
    assertEquals(MODEL.hashCode(), same.hashCode());
    assertNotEquals(MODEL, new LogisticFusion(MODEL.regimes().subList(0, 1)));
    assertEquals("LogisticFusion[image+words, image]", MODEL.toString());
  }

  @Test
  void brokenRegimesAreRefused() {
    FeatureCurve line = FeatureCurve.line(Feature.BM25, 1);
    List<Feature> bm25 = List.of(Feature.BM25);
    assertThrows(DataException.class, () -> new LogisticFusion(List.of()));
    assertThrows(DataException.class, () -> new Regime("r", List.of(), 0, List.of(line)));
    assertThrows(DataException.class, () -> new Regime("r", bm25, Double.NaN, List.of(line)));
    assertThrows(DataException.class, () -> new Regime("r", bm25, 0, List.of(line, line)));
  }
}
