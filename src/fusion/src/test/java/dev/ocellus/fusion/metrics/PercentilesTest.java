package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PercentilesTest {
  @Test
  void interpolatesAsNumpyDoes() {
    Percentiles sample = Percentiles.of(new double[] {40, 10, 20, 30});
    assertEquals(10, sample.at(0));
    assertEquals(25, sample.median());
    // position 0.99 * 3 = 2.97: 30 + 0.97 * 10
    assertEquals(39.7, sample.at(99), 1e-12);
    assertEquals(40, sample.at(100));
  }

  @Test
  void oneValueIsEveryPercentile() {
    assertEquals(7, Percentiles.of(new double[] {7}).at(99));
  }

  @Test
  void noValueAndNaNAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Percentiles.of(new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> Percentiles.of(new double[] {1, Double.NaN}));
    assertThrows(IllegalArgumentException.class, () -> Percentiles.of(new double[] {1}).at(101));
  }
}
