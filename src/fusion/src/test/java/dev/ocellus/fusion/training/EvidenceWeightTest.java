package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceWeightTest {

  private static final FeatureCurve IMAGE = FeatureCurve.line(Feature.IMAGE_COSINE, 1);
  private static final FeatureCurve CAPTION = FeatureCurve.line(Feature.CAPTION_COSINE_MAX, 3);
  private static final LogisticFusion FUSION =
      new LogisticFusion(
          List.of(
              new Regime(
                  "both",
                  List.of(Feature.IMAGE_COSINE, Feature.CAPTION_COSINE_MAX),
                  -1,
                  List.of(IMAGE, CAPTION)),
              new Regime("image", List.of(Feature.IMAGE_COSINE), 0, List.of(IMAGE)),
              new Regime("captions", List.of(Feature.CAPTION_COSINE_MAX), 0, List.of(CAPTION))));

  private static float[] row(double image, double caption) {
    float[] row = new float[Feature.values().length];
    Arrays.fill(row, Float.NaN);
    row[Feature.IMAGE_COSINE.ordinal()] = (float) image;
    row[Feature.CAPTION_COSINE_MAX.ordinal()] = (float) caption;
    return row;
  }

  /**
   * One query, its match and three others, of which the first stands for two photos. By the image
   * the match (.5) beats one of weight 1, ties with one of weight 1 and loses to the one of weight
   * 2: 1.5 of 4. By captions it beats all. Mean image of the others (2 * .9 + .5 + .1) / 4 = .6, of
   * captions (2 * .2 + .4 + 0) / 4 = .2: the match is set apart by 1 * (.5 - .6) = -.1 and 3 * (.8
   * - .2) = 1.8, of 1.7 in all.
   */
  @Test
  void winsAreOfTheEvidenceAloneAndSharesOfTheLogOdds() {
    TrainingPairs pairs =
        new TrainingPairs.Builder()
            .nextQuery()
            .add(row(.5, .8), 1, "a", 1)
            .add(row(.9, .2), 0, "a", 2)
            .add(row(.5, .4), 0, "a", 1)
            .add(row(.1, 0), 0, "a", 1)
            .build();
    Map<Evidence, EvidenceWeight> weights =
        EvidenceWeight.of(List.of(new TestedFold(FUSION, pairs)));
    EvidenceWeight image = weights.get(Evidence.IMAGE);
    EvidenceWeight captions = weights.get(Evidence.CAPTIONS);
    assertEquals(1.5 / 4, image.wins(), 1e-6);
    assertEquals(-.1 / 1.7, image.share(), 1e-6);
    assertEquals(1, captions.wins(), 1e-6);
    assertEquals(1.8 / 1.7, captions.share(), 1e-6);
    assertTrue(Double.isNaN(weights.get(Evidence.WORDS).wins()), "no pair has words");
    assertTrue(weights.get(Evidence.WORDS).tellsNothing(1000));
  }

  /** Two standard errors: .5 + 2 sqrt(1 / (12 * 12)) = .667 for 12 photos; .55 for very many. */
  @Test
  void whatMayBeChanceTellsNothing() {
    assertTrue(new EvidenceWeight(.66, 1).tellsNothing(12));
    assertFalse(new EvidenceWeight(.67, 1).tellsNothing(12));
    assertTrue(new EvidenceWeight(.54, 1).tellsNothing(1_000_000));
    assertFalse(new EvidenceWeight(.56, 1).tellsNothing(1_000_000));
  }

  @Test
  void tuningLeavesOutWhatTellsNothing() {
    Random random = new Random(5);
    TrainingPairs.Builder builder = new TrainingPairs.Builder();
    for (int query = 0; query < 120; query++) {
      builder.nextQuery();
      for (int i = 0; i < 8; i++) {
        double match = i == 0 ? 1 : 0;
        double caption = .3 * match + .2 * random.nextGaussian();
        builder.add(row(random.nextGaussian(), caption), match, "photo" + query, 1);
      }
    }
    var trainer = new LogisticFusionTrainer(3, 3, List.of(100.), 1);
    FusionTuning tuning = FusionTuning.of(trainer, builder.build(), null, done -> {});
    assertTrue(tuning.leftOut().contains(Evidence.IMAGE), "seed 5: " + tuning.weights());
    assertEquals(0, tuning.weights().get(Evidence.IMAGE).share());
    assertEquals(1, tuning.weights().get(Evidence.CAPTIONS).share(), 1e-9);
    assertEquals(
        tuning.model().score(row(-1, .3)), tuning.model().score(row(1, .3)), "deaf to the image");
    assertTrue(tuning.model().score(row(0, .5)) > tuning.model().score(row(0, 0)));
  }
}
