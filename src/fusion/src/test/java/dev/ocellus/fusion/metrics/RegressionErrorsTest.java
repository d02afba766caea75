package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RegressionErrorsTest {
  private static final double[] SCORES = {0.2, 0.9, 0.5};
  private static final double[] TARGETS = {0, 1, 1};

  /** Errors .2, -.1, -.5: their sizes sum to .8, their squares .04 + .01 + .25 to .3. */
  @Test
  void threeRowsByHand() {
    assertEquals(0.8 / 3, RegressionErrors.mae(SCORES, TARGETS), 1e-12);
    assertEquals(Math.sqrt(0.1), RegressionErrors.rmse(SCORES, TARGETS), 1e-12);
    assertEquals(0, RegressionErrors.rmse(TARGETS, TARGETS));
  }

  @Test
  void columnsThatDoNotFitAreRefused() {
    double[] notANumber = {1, 2, Double.NaN};
    assertThrows(IllegalArgumentException.class, () -> RegressionErrors.mae(SCORES, notANumber));
    assertThrows(
        IllegalArgumentException.class, () -> RegressionErrors.rmse(SCORES, new double[] {1}));
  }
}
