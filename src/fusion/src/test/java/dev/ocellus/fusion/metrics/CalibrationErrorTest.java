package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {
  private static final double[] SCORES = {0.9, 0.1, 0.8, 0.2};
  private static final double[] TARGETS = {1, 0, 0, 0};
  private static final double[] ONES = {1, 1, 1, 1};

  @Test
  void twoBinsOfEqualWidth() {
    CalibrationError error = CalibrationError.equalWidth(SCORES, TARGETS, ONES, 2);
    // below 0.5: mean score 0.15, none matches; above: mean score 0.85, half match.
    // 1/2 * 0.15 + 1/2 * 0.35 = 0.25
    assertEquals(0.25, error.expected(), 1e-12);
    assertEquals(2, error.bins().size());
    CalibrationError.Bin upper = error.bins().get(1);
    assertEquals(0.8, upper.lowest());
    assertEquals(0.9, upper.highest());
    assertEquals(0.85, upper.meanScore(), 1e-12);
    assertEquals(0.5, upper.meanTarget());
    assertEquals(0.35, upper.gap(), 1e-12);
  }

  @Test
  void aWeightCountsAsManyPairs() {
    double[] weights = {3, 1, 1, 1};
    double[] scores = {0.9, 0.9, 0.9, 0.1, 0.8, 0.2};
    double[] targets = {1, 1, 1, 0, 0, 0};
    double[] ones = {1, 1, 1, 1, 1, 1};
    for (int bins = 1; bins <= 4; bins++) {
      assertEquals(
          CalibrationError.equalWidth(scores, targets, ones, bins).expected(),
          CalibrationError.equalWidth(SCORES, TARGETS, weights, bins).expected(),
          1e-12);
      assertEquals(
          CalibrationError.equalMass(scores, targets, ones, bins).expected(),
          CalibrationError.equalMass(SCORES, TARGETS, weights, bins).expected(),
          1e-12);
    }
  }

  @Test
  void binsOfEqualMassHoldAsManyPairsEach() {
    double[] scores = {0.01, 0.02, 0.03, 0.04, 0.9, 1};
    double[] targets = {0, 0, 0, 0, 1, 1};
    double[] ones = {1, 1, 1, 1, 1, 1};
    List<CalibrationError.Bin> bins = CalibrationError.equalMass(scores, targets, ones, 3).bins();
    assertEquals(List.of(2.0, 2.0, 2.0), bins.stream().map(b -> b.weight()).toList());
    assertEquals(0.03, bins.get(1).lowest());
  }

  @Test
  void equalScoresStayTogetherWhateverTheOrder() {
    double[] scores = {0.5, 0.5, 0.5, 0.5};
    // One bin, mean target 0.5: perfectly calibrated.
    assertEquals(
        0, CalibrationError.equalMass(scores, new double[] {1, 1, 0, 0}, ONES, 2).expected());
    assertEquals(
        0, CalibrationError.equalMass(scores, new double[] {0, 1, 0, 1}, ONES, 2).expected());
  }

  @Test
  void aScoreOfOneFallsIntoTheLastBin() {
    double[] one = {1};
    assertEquals(1, CalibrationError.equalWidth(one, one, one, 10).bins().size());
  }

  @Test
  void scoresThatAreProbabilitiesHaveNextToNoError() {
    long seed = 7;
    Random random = new Random(seed);
    double[] scores = random.doubles(50_000).toArray();
    double[] targets = Arrays.stream(scores).map(p -> random.nextDouble() < p ? 1 : 0).toArray();
    double[] weights = new double[scores.length];
    Arrays.fill(weights, 1);
    // Each bin of 5,000 is off by about sqrt(p(1-p)/5000) < 0.007.
    assertTrue(
        CalibrationError.equalMass(scores, targets, weights, 10).expected() < 0.01, "seed " + seed);
    double[] squared = Arrays.stream(scores).map(p -> p * p).toArray();
    // The mean of p - p^2 over 0..1 is 1/2 - 1/3 = 1/6.
    assertEquals(
        1 / 6.0,
        CalibrationError.equalWidth(squared, targets, weights, 10).expected(),
        0.01,
        "seed " + seed);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    double[] one = {1};
    double[] two = {2};
    double[] none = {0};
    assertThrows(
        IllegalArgumentException.class, () -> CalibrationError.equalMass(two, one, one, 5));
    assertThrows(
        IllegalArgumentException.class, () -> CalibrationError.equalMass(one, two, one, 5));
    assertThrows(
        IllegalArgumentException.class, () -> CalibrationError.equalMass(one, one, none, 5));
    assertThrows(
        IllegalArgumentException.class, () -> CalibrationError.equalMass(one, one, one, 0));
    assertThrows(
        IllegalArgumentException.class, () -> CalibrationError.equalMass(one, one, ONES, 5));
  }
}
