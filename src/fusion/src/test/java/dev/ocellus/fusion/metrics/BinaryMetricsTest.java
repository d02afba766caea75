package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BinaryMetricsTest {
  private static final double[] SCORES = {0.5, 0.5, 0.9, 0.2, 0.2, 0.1};
  private static final double[] TARGETS = {1, 0, 1, 0, 1, 0};

  /** The match .5 beats 2.5 of the mismatches .5, .2, .1; .9 beats 3, .2 beats 1.5: 7 of 9. */
  @Test
  void rocAucCountsEqualScoresHalf() {
    assertEquals(7 / 9.0, BinaryMetrics.rocAuc(SCORES, TARGETS), 1e-12);
    double[] equal = {3, 3, 3, 3, 3, 3};
    assertEquals(0.5, BinaryMetrics.rocAuc(equal, TARGETS), 1e-12);
  }

  /**
   * The example of scikit-learn's documentation of both functions: {@code roc_auc_score([0, 0, 1,
   * 1], [.1, .4, .35, .8])} and {@code average_precision_score} of the same; scikit-learn 1.9.1.
   */
  @Test
  void theExampleOfScikitLearn() {
    double[] scores = {0.1, 0.4, 0.35, 0.8};
    double[] targets = {0, 0, 1, 1};
    assertEquals(0.75, BinaryMetrics.rocAuc(scores, targets), 1e-12);
    assertEquals(0.8333333333333333, BinaryMetrics.averagePrecision(scores, targets), 1e-12);
  }

  /** From .9 on 1 of 1, from .5 on 2 of 3, from .2 on 3 of 5, each a third of the matches. */
  @Test
  void averagePrecisionTakesEqualScoresTogether() {
    double expected = (1 + 2 / 3.0 + 3 / 5.0) / 3;
    assertEquals(expected, BinaryMetrics.averagePrecision(SCORES, TARGETS), 1e-12);
    double[] otherOrder = {0, 1, 1, 1, 0, 0};
    assertEquals(expected, BinaryMetrics.averagePrecision(SCORES, otherOrder), 1e-12);
  }

  /** F1 is 2 * 1 / (1 + 3) from .9 on, 2 * 2 / (3 + 3) from .5 on, 2 * 3 / (5 + 3) from .2 on. */
  @Test
  void theThresholdOfF1LiesBetweenTheScoresItParts() {
    double threshold = BinaryMetrics.bestF1Threshold(SCORES, TARGETS);
    assertEquals(0.15, threshold, 1e-12);
    assertEquals(0.75, BinaryMetrics.f1(SCORES, TARGETS, threshold), 1e-12);
    assertEquals(2 / 3.0, BinaryMetrics.f1(SCORES, TARGETS, 0.5), 1e-12);
    assertEquals(0, BinaryMetrics.f1(SCORES, TARGETS, 0.91));
  }

  @Test
  void whereAllPairsMatchTheThresholdAcceptsAll() {
    double[] ones = {1, 1, 1, 1, 1, 1};
    assertEquals(0.1, BinaryMetrics.bestF1Threshold(SCORES, ones));
  }

  @Test
  void betweenNeighbouringNumbersTheThresholdIsTheUpper() {
    double[] scores = {1, Math.nextDown(1.0)};
    double[] targets = {1, 0};
    assertEquals(
        1, BinaryMetrics.f1(scores, targets, BinaryMetrics.bestF1Threshold(scores, targets)));
  }

  @Test
  void withoutMatchesThereIsNothingToRank() {
    double[] none = {0, 0, 0, 0, 0, 0};
    assertEquals(Double.NaN, BinaryMetrics.rocAuc(SCORES, none));
    assertEquals(Double.NaN, BinaryMetrics.averagePrecision(SCORES, none));
    assertEquals(0, BinaryMetrics.f1(SCORES, none, 0.5));
  }

  @Test
  void targetsBetweenZeroAndOneAreRefused() {
    double[] half = {1, 0, 1, 0, 1, 0.5};
    assertThrows(IllegalArgumentException.class, () -> BinaryMetrics.rocAuc(SCORES, half));
    assertThrows(IllegalArgumentException.class, () -> BinaryMetrics.f1(SCORES, half, 0.5));
  }
}
