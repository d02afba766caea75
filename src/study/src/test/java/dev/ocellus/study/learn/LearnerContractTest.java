package dev.ocellus.study.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.metrics.Correlations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every learner promises. */
class LearnerContractTest {

  private static final long SEED = 20261120;

  static Stream<Learner> learners() {
    return Learners.all().stream();
  }

  static Stream<Learner> thatLearn() {
    return learners().filter(l -> !List.of("mean", "median").contains(l.name()));
  }

  /** One feature for the learner that takes one alone, else the telling one and three of noise. */
  private static int width(Learner learner) {
    return learner.takes(4) ? 4 : 1;
  }

  /**
   * Pairs whose target grows with the first feature, a similarity from -1 to 1: the target is the
   * logistic function of 4 x and a little noise. Four rows a photo.
   */
  private static Dataset easy(int rows, int width, long seed) {
    Random random = new Random(seed);
    float[][] features = new float[rows][width];
    double[] targets = new double[rows];
    List<String> groups = new ArrayList<>();
    boolean[] similarities = new boolean[width];
    similarities[0] = true;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) {
        features[i][j] = (float) (2 * random.nextDouble() - 1);
      }
      targets[i] = 1 / (1 + Math.exp(-4 * features[i][0] - random.nextGaussian() / 2));
      groups.add("photo " + i / 4);
    }
    return new Dataset(features, targets, groups, similarities);
  }

  @ParameterizedTest
  @MethodSource("thatLearn")
  void anEasyProblemIsLearnedMuchBetterThanByAConstant(Learner learner) {
    Dataset train = easy(400, width(learner), SEED);
    Dataset test = easy(200, width(learner), SEED + 1);
    try (Predictor predictor = learner.fit(train)) {
      double[] scores = predictor.predict(test.rows());
      double correlation = Correlations.spearman(scores, test.targets());
      assertTrue(correlation > .85, "seed " + SEED + ": Spearman " + correlation);
      double constant = Arrays.stream(train.targets()).average().orElseThrow();
      double error = squaredError(scores, test.targets());
      double ofConstant = squaredError(new double[] {constant}, test.targets());
      assertTrue(error < ofConstant, "seed " + SEED + ": " + error + " against " + ofConstant);
    }
  }

  private static double squaredError(double[] scores, double[] targets) {
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      double error = scores[scores.length == 1 ? 0 : i] - targets[i];
      sum += error * error / targets.length;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("learners")
  void theSameRowsGiveTheSameScores(Learner learner) {
    Dataset train = easy(120, width(learner), SEED);
    Dataset test = easy(40, width(learner), SEED + 1);
    try (Predictor first = learner.fit(train);
        Predictor second = learner.fit(train)) {
      assertArrayEquals(first.predict(test.rows()), second.predict(test.rows()));
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void scoresAreWithinZeroAndOneHoweverFarTheFeatures(Learner learner) {
    try (Predictor predictor = learner.fit(easy(120, width(learner), SEED))) {
      float[][] rows = new float[2][width(learner)];
      Arrays.fill(rows[0], 1000);
      Arrays.fill(rows[1], -1000);
      for (double score : predictor.predict(rows)) {
        assertTrue(score >= 0 && score <= 1, "score " + score);
      }
      assertEquals(0, predictor.predict(new float[0][]).length);
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void photosOfOneGroupAloneAreEnough(Learner learner) {
    // Nothing can be held out to choose hyper-parameters on.
    try (Predictor predictor = learner.fit(easy(4, width(learner), SEED))) {
      assertEquals(1, predictor.predict(new float[1][width(learner)]).length);
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void aFeatureThatIsConstantInTrainingDoesNoHarm(Learner learner) {
    Dataset train = easy(120, width(learner), SEED);
    for (float[] row : train.rows()) {
      Arrays.fill(row, .5f);
    }
    try (Predictor predictor = learner.fit(train)) {
      double score = predictor.predict(new float[1][width(learner)])[0];
      assertTrue(score >= 0 && score <= 1, "score " + score);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"forest", "gbt"})
  void treesNeverLetAScoreFallAsASimilarityGrows(String name) {
    try (Predictor predictor = Learners.named(name).fit(easy(400, 4, SEED))) {
      float[][] rows = new float[201][4];
      for (int i = 0; i < rows.length; i++) {
        rows[i][0] = i / 100f - 1;
      }
      double[] scores = predictor.predict(rows);
      for (int i = 1; i < scores.length; i++) {
        assertTrue(scores[i] >= scores[i - 1], "at " + rows[i][0]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void noRowsAndNumbersThatAreNoneAreRefused(Learner learner) {
    int width = width(learner);
    assertRefused("nothing can be learned from an empty dataset", new float[0][], width);
    float[][] rows = new float[2][width];
    rows[1][width - 1] = Float.NaN;
    assertRefused(
        "feature %d of row 1 is NaN; features must be finite".formatted(width - 1), rows, width);
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Dataset(
                    new float[1][width],
                    new double[] {Double.NaN},
                    List.of("a"),
                    new boolean[width]));
    assertEquals("the target of row 0 must be in [0, 1], got NaN", thrown.getMessage());
  }

  private static void assertRefused(String message, float[][] rows, int width) {
    List<String> groups = Arrays.stream(rows).map(row -> "photo").toList();
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Dataset(rows, new double[rows.length], groups, new boolean[width]));
    assertEquals(message, thrown.getMessage());
  }
}
