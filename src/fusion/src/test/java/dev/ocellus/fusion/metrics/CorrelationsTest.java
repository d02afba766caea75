package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CorrelationsTest {

  /** Deviations (-1, 0, 1) and (-2, 1, 1): 3 / sqrt(2 * 6). */
  @Test
  void threeRowsByHand() {
    double[] x = {1, 2, 3};
    double[] y = {0, 3, 3};
    assertEquals(3 / Math.sqrt(12), Correlations.pearson(x, y), 1e-12);
    // Ranks (1, 2, 3) and (1, 2.5, 2.5), deviations (-1, 0, 1) and (-1, .5, .5): 1.5 / sqrt(2 *
    // 1.5).
    assertEquals(1.5 / Math.sqrt(3), Correlations.spearman(x, y), 1e-12);
  }

  /** The examples of SciPy's documentation; SciPy 1.17.1. */
  @Test
  void theExamplesOfScipy() {
    // scipy.stats.pearsonr([1, 2, 3, 4, 5, 6, 7], [10, 9, 2.5, 6, 4, 3, 2])
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    double[] y = {10, 9, 2.5, 6, 4, 3, 2};
    assertEquals(-0.8285038835884277, Correlations.pearson(x, y), 1e-14);
    // scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])
    double[] a = {1, 2, 3, 4, 5};
    double[] b = {5, 6, 7, 8, 7};
    assertEquals(0.8207826816681233, Correlations.spearman(a, b), 1e-14);
  }

  @Test
  void onlyTheOrderCountsForSpearman() {
    double[] x = {-3, 0, 0.1, 7};
    double[] cubes = {-27, 0, 0.001, 343};
    assertEquals(1, Correlations.spearman(x, cubes), 1e-12);
    double[] falling = {4, 3, 2, 1};
    assertEquals(-1, Correlations.spearman(x, falling), 1e-12);
  }

  @Test
  void aConstantColumnCorrelatesWithNothing() {
    double[] constant = {0.1, 0.1, 0.1};
    double[] rising = {1, 2, 3};
    assertEquals(Double.NaN, Correlations.pearson(constant, rising));
    assertEquals(Double.NaN, Correlations.spearman(rising, constant));
    assertThrows(
        IllegalArgumentException.class, () -> Correlations.pearson(rising, new double[] {1, 2}));
  }
}
