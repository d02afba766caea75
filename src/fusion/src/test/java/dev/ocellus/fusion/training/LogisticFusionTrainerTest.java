package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.Features;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import dev.ocellus.fusion.metrics.CalibrationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LogisticFusionTrainerTest {
  private static final long SEED = 11;
  private static final LogisticFusionTrainer TRAINER = LogisticFusionTrainer.defaults();

  /** Less search for tests that train many times. */
  private static final LogisticFusionTrainer QUICK =
      new LogisticFusionTrainer(5, 2, List.of(1_000., 10.), 1);

  /** Pairs that match with the probability 1 / (1 + exp(-logit(features))). */
  private static TrainingPairs simulate(int size, ToDoubleFunction<float[]> logit) {
    Random random = new Random(SEED);
    var builder = new TrainingPairs.Builder();
    for (int i = 0; i < size; i++) {
      float[] features = Features.random(random);
      double p = 1 / (1 + Math.exp(-logit.applyAsDouble(features)));
      builder.add(features, random.nextDouble() < p ? 1 : 0, "photo " + i % 500, 1);
    }
    return builder.build();
  }

  private static double at(float[] features, Feature feature) {
    return features[feature.ordinal()];
  }

  private static FeatureCurve curve(LogisticFusion model, String regime, Feature feature) {
    Regime found =
        model.regimes().stream().filter(r -> r.name().equals(regime)).findFirst().orElseThrow();
    return found.curves().stream().filter(c -> c.feature() == feature).findFirst().orElseThrow();
  }

  private static double slope(FeatureCurve curve, double from, double to) {
    return (curve.at(to) - curve.at(from)) / (to - from);
  }

  @Test
  void recoversTheWeightsThatMadeTheData() {
    TrainingPairs pairs =
        simulate(
            20_000,
            f ->
                -1
                    + 2 * at(f, Feature.IMAGE_COSINE)
                    + 3 * at(f, Feature.BM25)
                    - 0.1 * at(f, Feature.QUERY_LENGTH));
    LogisticFusion model = TRAINER.train(pairs);
    String all = "image+captions+words";
    // Standard errors of these slopes at 20,000 pairs: .04, .07, .003.
    assertEquals(2, slope(curve(model, all, Feature.IMAGE_COSINE), -0.9, 0.9), 0.15);
    assertEquals(3, slope(curve(model, all, Feature.BM25), 0.05, 0.95), 0.25);
    assertEquals(-0.1, slope(curve(model, all, Feature.QUERY_LENGTH), 2, 19), 0.015);
    assertEquals(0, slope(curve(model, all, Feature.CAPTION_COSINE_MAX), -0.9, 0.9), 0.15);
    float[] typical = Features.random(new Random(SEED));
    Features.with(typical, Feature.IMAGE_COSINE, 0.5);
    Features.with(typical, Feature.BM25, 0.5);
    Features.with(typical, Feature.QUERY_LENGTH, 10);
    // -1 + 1 + 1.5 - 1 = 0.5
    assertEquals(1 / (1 + Math.exp(-0.5)), model.score(typical), 0.04);
  }

  @Test
  void recoversACurveThatIsNoLine() {
    // Flat up to 0.5, then steep.
    TrainingPairs pairs = simulate(20_000, f -> -1 + 8 * Math.max(0, at(f, Feature.BM25) - 0.5));
    FeatureCurve bm25 = curve(TRAINER.train(pairs), "words", Feature.BM25);
    assertTrue(slope(bm25, 0.05, 0.4) < 0.8, bm25.toString());
    assertEquals(8, slope(bm25, 0.6, 0.95), 1);
  }

  @Test
  void aSimilarityThatSpeaksAgainstTheMatchGetsNoSayRatherThanANegativeOne() {
    TrainingPairs pairs =
        simulate(5_000, f -> 2 * at(f, Feature.IMAGE_COSINE) - 2 * at(f, Feature.BM25));
    LogisticFusion model = TRAINER.train(pairs);
    assertEquals(0, slope(curve(model, "words", Feature.BM25), 0, 1), 1e-9);
    assertTrue(slope(curve(model, "image", Feature.IMAGE_COSINE), -1, 1) > 1.5);
  }

  @Test
  void eachSetOfEvidenceHasItsOwnRegimeMostFirst() {
    TrainingPairs pairs =
        simulate(3_000, f -> 2 * at(f, Feature.IMAGE_COSINE) + 3 * at(f, Feature.BM25) - 1.5);
    LogisticFusion model = QUICK.train(pairs);
    List<String> names = model.regimes().stream().map(Regime::name).toList();
    // Any of image, captions, words, and tokens and several captions where there are captions.
    assertEquals(19, names.size());
    assertEquals("image+captions+words+tokens+several_captions", names.getFirst());
    assertEquals(
        List.of(1, 1, 1),
        model.regimes().subList(16, 19).stream().map(r -> r.requires().size()).toList());
    // A photo alone: calibrated by itself, not scored as if BM25 were 0.
    Map<String, CalibrationError> errors =
        FusionCalibration.of(TestedFold.crossValidate(QUICK, pairs, 3, 1, done -> {}));
    assertEquals(20, errors.size());
    errors.forEach((name, error) -> assertTrue(error.expected() < 0.06, name + " " + error));
    float[] photo = Features.of(Feature.IMAGE_COSINE, 0.2);
    assertEquals("image", model.contribution(photo).regime());
  }

  @Test
  void aFeatureMissingNowAndThenGetsALearnedContribution() {
    // Where the hubness is missing, three of four match; elsewhere one of four.
    var builder = new TrainingPairs.Builder();
    Random random = new Random(SEED);
    for (int i = 0; i < 4_000; i++) {
      float[] features = Features.of(Feature.IMAGE_COSINE, random.nextDouble());
      boolean missing = i % 4 == 0;
      if (!missing) {
        Features.with(features, Feature.IMAGE_HUBNESS, random.nextDouble());
      }
      boolean match = random.nextDouble() < (missing ? 0.75 : 0.25);
      builder.add(features, match ? 1 : 0, "photo " + i, 1);
    }
    LogisticFusion model = TRAINER.train(builder.build());
    assertEquals(1, model.regimes().size());
    float[] without = Features.of(Feature.IMAGE_COSINE, 0.5);
    assertEquals(0.75, model.score(without), 0.04);
    assertEquals(0.25, model.score(Features.with(without, Feature.IMAGE_HUBNESS, 0.5)), 0.04);
  }

  @Test
  void aWeightCountsAsManyPairsAndATargetAsAShareOfThem() {
    var shares = new TrainingPairs.Builder();
    var repeated = new TrainingPairs.Builder();
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      float[] features = Features.of(Feature.IMAGE_COSINE, random.nextDouble());
      int matches = random.nextInt(5);
      shares.add(features, matches / 4.0, "photo " + i, 4);
      for (int k = 0; k < 4; k++) {
        repeated.add(features, k < matches ? 1 : 0, "photo " + i, 1);
      }
    }
    LogisticFusion one = TRAINER.train(shares.build());
    LogisticFusion other = TRAINER.train(repeated.build());
    for (double x = 0; x <= 1; x += 0.1) {
      float[] pair = Features.of(Feature.IMAGE_COSINE, x);
      assertEquals(other.score(pair), one.score(pair), 0.005);
    }
  }

  @Test
  void theSamePairsGiveTheSameModel() {
    TrainingPairs pairs = simulate(2_000, f -> at(f, Feature.IMAGE_COSINE));
    assertEquals(QUICK.train(pairs), QUICK.train(pairs));
  }

  @Test
  void theOrderOfMatchesAndOthersDoesNotMatter() {
    // 60,000 pairs, every third a match: the sample for the knots takes one pair in three.
    var builder = new TrainingPairs.Builder();
    Random random = new Random(SEED);
    for (int i = 0; i < 60_000; i++) {
      double target = i % 3 == 0 ? 1 : 0;
      double x = random.nextDouble() + target;
      builder.add(Features.of(Feature.IMAGE_COSINE, x), target, "photo " + i % 100, 1);
    }
    double[] knots = curve(QUICK.train(builder.build()), "image", Feature.IMAGE_COSINE).knots();
    // Others lie in 0 to 1, matches in 1 to 2.
    assertEquals(0, knots[0], 0.05);
    assertEquals(2, knots[knots.length - 1], 0.05);
  }

  @Test
  void perfectlySeparablePairsGiveAFiniteModel() {
    var builder = new TrainingPairs.Builder();
    for (int i = 0; i < 100; i++) {
      builder.add(Features.of(Feature.IMAGE_COSINE, i / 100.0), i < 50 ? 0 : 1, "p" + i, 1);
    }
    LogisticFusion model = TRAINER.train(builder.build());
    assertTrue(model.score(Features.of(Feature.IMAGE_COSINE, 0.9)) > 0.9);
    assertTrue(model.score(Features.of(Feature.IMAGE_COSINE, 0.1)) < 0.1);
  }

  @Test
  void pairsWithoutMatchesAreRefused() {
    TrainingPairs none = new TrainingPairs.Builder().build();
    assertThrows(DataException.class, () -> TRAINER.train(none));
    TrainingPairs one =
        new TrainingPairs.Builder().add(Features.of(Feature.BM25, 1), 0, "a", 1).build();
    assertThrows(DataException.class, () -> TRAINER.train(one));
  }

  @Test
  void badPairsAndSettingsAreRefused() {
    var builder = new TrainingPairs.Builder();
    float[] none = Features.none();
    assertThrows(IllegalArgumentException.class, () -> builder.add(new float[1], 0, "a", 1));
    assertThrows(IllegalArgumentException.class, () -> builder.add(none, 1.5, "a", 1));
    assertThrows(IllegalArgumentException.class, () -> builder.add(none, 0, "a", 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> builder.add(Features.of(Feature.BM25, Double.POSITIVE_INFINITY), 0, "a", 1));
    assertThrows(
        IllegalArgumentException.class, () -> new LogisticFusionTrainer(8, 4, List.of(1., 2.), 1));
    assertThrows(
        IllegalArgumentException.class, () -> new LogisticFusionTrainer(1, 4, List.of(1.), 1));
  }

  /**
   * Photos of one caption match by their image alone, those of several by their captions' mean: the
   * ones must not teach how to judge the others.
   */
  @Test
  void oneCaptionAndSeveralAreJudgedByWeightsOfTheirOwn() {
    var builder = new TrainingPairs.Builder();
    Random random = new Random(SEED);
    for (int i = 0; i < 6_000; i++) {
      float[] features = Features.random(random);
      boolean several = i % 2 == 0;
      Feature cause = several ? Feature.CAPTION_COSINE_MEAN : Feature.IMAGE_COSINE;
      double p = 1 / (1 + Math.exp(-4 * at(features, cause)));
      if (!several) {
        Features.with(features, Feature.CAPTION_COSINE_MEAN, Double.NaN);
      }
      builder.add(features, random.nextDouble() < p ? 1 : 0, "photo " + i, 1);
    }
    LogisticFusion model = TRAINER.train(builder.build());
    FeatureCurve one = curve(model, "image+captions+words", Feature.IMAGE_COSINE);
    FeatureCurve several =
        curve(model, "image+captions+words+several_captions", Feature.IMAGE_COSINE);
    assertEquals(4, slope(one, -0.9, 0.9), 0.5);
    assertEquals(0, slope(several, -0.9, 0.9), 0.3);
  }

  /**
   * The first of five photos is drawn with odds exp(4 image + 2 bm25) in its query. All images are
   * near to some queries and far from others, which says nothing about which photo is meant. Told
   * of the queries, training finds that an image counts twice what BM25 does; not told, it takes
   * the queries' ups and downs for noise of the image.
   */
  @Test
  void pairsOfOneQueryCompeteAndTheScoreStaysAProbability() {
    TrainingPairs pairs = competing(true);
    LogisticFusion model = QUICK.train(pairs);
    // Standard error at 4,000 queries: about .1.
    assertEquals(2, ratio(model), 0.3);
    assertTrue(ratio(QUICK.train(competing(false))) < 1.4);
    // One in five matches, and so say the scores on average.
    assertEquals(0.2, Arrays.stream(pairs.scores(model)).average().orElseThrow(), 0.005);
  }

  private static double ratio(LogisticFusion model) {
    String regime = "image+words";
    return slope(curve(model, regime, Feature.IMAGE_COSINE), -0.5, 0.5)
        / slope(curve(model, regime, Feature.BM25), 0.1, 0.9);
  }

  private static TrainingPairs competing(boolean toldOfQueries) {
    var builder = new TrainingPairs.Builder();
    Random random = new Random(SEED);
    for (int query = 0; query < 4_000; query++) {
      if (toldOfQueries) {
        builder.nextQuery();
      }
      double level = random.nextDouble() - 0.5;
      List<float[]> photos = new ArrayList<>();
      double best = Double.NEGATIVE_INFINITY;
      int match = 0;
      for (int photo = 0; photo < 5; photo++) {
        float[] features = Features.of(Feature.IMAGE_COSINE, level + random.nextDouble() / 2 - .25);
        photos.add(Features.with(features, Feature.BM25, random.nextDouble()));
        // Drawing the greatest of odds with Gumbel noise draws with these odds.
        double gumbel = -Math.log(-Math.log(random.nextDouble()));
        double utility =
            4 * at(features, Feature.IMAGE_COSINE) + 2 * at(features, Feature.BM25) + gumbel;
        if (utility > best) {
          best = utility;
          match = photo;
        }
      }
      for (int photo = 0; photo < 5; photo++) {
        builder.add(photos.get(photo), photo == match ? 1 : 0, "photo " + query, 1);
      }
    }
    return builder.build();
  }
}
