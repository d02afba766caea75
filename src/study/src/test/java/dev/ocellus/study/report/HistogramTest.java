package dev.ocellus.study.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void aBinHasItsLowerBoundAndTheLastBothOfThem() {
    Histogram histogram = Histogram.of(new double[] {0, 0.24, 0.25, 0.75, 1}, 0, 1, 4);
    assertEquals(List.of("0–0.25", "0.25–0.5", "0.5–0.75", "0.75–1"), histogram.labels());
    assertEquals(List.of(2, 1, 0, 2), histogram.counts());
  }

  @Test
  void everyTenthStandsInItsOwnBin() {
    // 0.3 / 0.1 is 2.9999999999999996 in doubles.
    double[] tenths = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    assertEquals(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1), Histogram.of(tenths, 0, 1, 10).counts());
  }

  @Test
  void wholeNumbersHaveABinEachAndGreatOnesShareTheLast() {
    Histogram histogram = Histogram.ofWhole(new int[] {3, 5, 5, 8, 99}, 6);
    assertEquals(List.of("3", "4", "5", "6", "7+"), histogram.labels());
    assertEquals(List.of(1, 0, 2, 0, 2), histogram.counts());
    assertEquals(new Histogram(List.of("7+"), List.of(1)), Histogram.ofWhole(new int[] {50}, 6));
    assertEquals(List.of(), Histogram.ofWhole(new int[0], 6).counts());
  }

  @Test
  void aValueOutsideIsRefused() {
    assertEquals(
        "a value must be in [0.0, 1.0], got NaN",
        assertThrows(
                IllegalArgumentException.class,
                () -> Histogram.of(new double[] {Double.NaN}, 0, 1, 2))
            .getMessage());
  }
}
