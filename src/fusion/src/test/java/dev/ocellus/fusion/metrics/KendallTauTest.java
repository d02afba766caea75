package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class KendallTauTest {

  /**
   * The pairs of rows 12, 13, 14 are concordant, 24 is discordant, 23 is tied in x alone, 34 in y
   * alone: C - D = 2. Tau-b 2 / sqrt(5 * 5). Tau-c with n = 4 and m = 3: 2 * 2 / (16 * 2 / 3).
   */
  @Test
  void fourRowsByHand() {
    double[] x = {1, 2, 2, 3};
    double[] y = {1, 3, 2, 2};
    assertEquals(0.4, KendallTau.b(x, y), 1e-12);
    assertEquals(0.375, KendallTau.c(x, y), 1e-12);
  }

  /**
   * The example of SciPy's documentation: {@code scipy.stats.kendalltau([12, 2, 1, 12, 2], [1, 4,
   * 7, 1, 0])}, and the same with {@code variant="c"}; SciPy 1.17.1.
   */
  @Test
  void theExampleOfScipy() {
    double[] x = {12, 2, 1, 12, 2};
    double[] y = {1, 4, 7, 1, 0};
    assertEquals(-0.4714045207910316, KendallTau.b(x, y), 1e-15);
    assertEquals(-0.48, KendallTau.c(x, y), 1e-15);
  }

  /** {@code scipy.stats.kendalltau(a, b)} and the same with {@code variant="c"}; SciPy 1.17.1. */
  @Test
  void ratingsWithManyTiesAsScipyHasThem() {
    double[] a = {1, 1, 2, 2, 2, 3, 4, 4, 5, 6};
    double[] b = {1, 2, 1, 2, 3, 3, 3, 4, 4, 2};
    assertEquals(0.5198752449100363, KendallTau.b(a, b), 1e-15);
    assertEquals(0.5333333333333333, KendallTau.c(a, b), 1e-15);
  }

  @Test
  void anyColumnsAsByComparingEveryPair() {
    long seed = 11;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int rows = 2 + random.nextInt(60);
      int values = 1 + random.nextInt(12);
      double[] x = random.ints(rows, -values, values).asDoubleStream().toArray();
      double[] y = random.ints(rows, 0, 1 + values / 2).mapToDouble(v -> v * 0.1).toArray();
      String where = "seed " + seed + ", round " + round;
      assertEquals(slowTauB(x, y), KendallTau.b(x, y), 1e-12, where);
    }
  }

  private static double slowTauB(double[] x, double[] y) {
    double surplus = 0;
    double untiedX = 0;
    double untiedY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        surplus += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
        untiedX += Math.abs(Math.signum(x[i] - x[j]));
        untiedY += Math.abs(Math.signum(y[i] - y[j]));
      }
    }
    return surplus / Math.sqrt(untiedX * untiedY);
  }

  /** 150,000 rows have 11 billion pairs, which would take far longer one by one. */
  @Test
  void manyRowsTakeLittleTime() {
    Random random = new Random(5);
    double[] x = random.doubles(150_000).toArray();
    double[] y = random.ints(150_000, 1, 5).asDoubleStream().toArray();
    double tau = Assertions.assertTimeout(Duration.ofSeconds(5), () -> KendallTau.c(x, y));
    assertTrue(Math.abs(tau) < 0.01, "independent columns, got " + tau);
    // x against itself: every pair is concordant.
    assertEquals(1, KendallTau.b(x, x), 1e-12);
    assertEquals(1, KendallTau.c(x, x), 1e-12);
  }

  @Test
  void aConstantColumnHasNoOrder() {
    double[] constant = {2, 2, 2};
    double[] rising = {1, 2, 3};
    assertEquals(Double.NaN, KendallTau.b(constant, rising));
    assertEquals(Double.NaN, KendallTau.c(rising, constant));
    // -0.0 equals 0.0.
    assertEquals(Double.NaN, KendallTau.b(new double[] {-0.0, 0.0}, new double[] {1, 2}));
  }

  @Test
  void columnsThatDoNotFitAreRefused() {
    double[] one = {1};
    double[] two = {1, 2};
    double[] none = {};
    double[] notANumber = {1, Double.NaN};
    assertThrows(IllegalArgumentException.class, () -> KendallTau.b(one, two));
    assertThrows(IllegalArgumentException.class, () -> KendallTau.c(none, none));
    assertThrows(IllegalArgumentException.class, () -> KendallTau.c(two, notANumber));
  }
}
