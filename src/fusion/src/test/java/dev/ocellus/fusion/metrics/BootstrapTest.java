package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 17);

  /** 400 rows of which the first 120 are 1: mean .3, standard error sqrt(.3 * .7 / 400) = .0229. */
  private static double[] outputs() {
    return IntStream.range(0, 400).mapToDouble(row -> row < 120 ? 1 : 0).toArray();
  }

  private static RowGroups groupsOf(int rowsEach) {
    return RowGroups.of(
        IntStream.range(0, 400).mapToObj(row -> "photo " + row / rowsEach).toList());
  }

  @Test
  void theIntervalOfAMeanIsTwoStandardErrorsWideOnBothSides() {
    Interval interval = BOOTSTRAP.interval(outputs(), groupsOf(1), Statistic.MEAN);
    assertEquals(0.3 - 1.96 * 0.0229, interval.low(), 0.006);
    assertEquals(0.3 + 1.96 * 0.0229, interval.high(), 0.006);
  }

  /** Four equal rows a photo tell no more than one: 100 photos, standard error .0458. */
  @Test
  void rowsOfAPhotoAreDrawnTogether() {
    Interval interval = BOOTSTRAP.interval(outputs(), groupsOf(4), Statistic.MEAN);
    assertEquals(0.3 - 1.96 * 0.0458, interval.low(), 0.012);
    assertEquals(0.3 + 1.96 * 0.0458, interval.high(), 0.012);
  }

  @Test
  void aSeedGivesTheSameIntervalAgain() {
    assertEquals(
        BOOTSTRAP.interval(outputs(), groupsOf(4), Statistic.MEAN),
        BOOTSTRAP.interval(outputs(), groupsOf(4), Statistic.MEAN));
  }

  @Test
  void aFigureAgainstTargetsTakesTheirRowsAlong() {
    double[] scores = IntStream.range(0, 400).mapToDouble(row -> row * row).toArray();
    double[] targets = IntStream.range(0, 400).asDoubleStream().toArray();
    Interval interval =
        BOOTSTRAP.interval(scores, groupsOf(4), Statistic.against(targets, Correlations::spearman));
    assertEquals(1, interval.low(), 1e-12);
    assertEquals(1, interval.high(), 1e-12);
  }

  /** Of two rows a sample in two holds the same twice, for which tau is not defined. */
  @Test
  void samplesWithoutAFigureAreLeftOut() {
    double[] scores = {1, 2};
    RowGroups groups = RowGroups.of(List.of("a", "b"));
    Statistic tau = Statistic.against(new double[] {3, 4}, KendallTau::b);
    assertEquals(1, BOOTSTRAP.interval(scores, groups, tau).low());
    double[] equal = {1, 1};
    assertThrows(IllegalArgumentException.class, () -> BOOTSTRAP.interval(equal, groups, tau));
  }

  /** The second method is right where the first is and on 20 photos more of 400. */
  @Test
  void aSmallButSteadyDifferenceIsSeenByPairing() {
    double[] more = outputs();
    Arrays.fill(more, 120, 140, 1);
    Bootstrap.Difference difference =
        BOOTSTRAP.difference(more, outputs(), groupsOf(1), Statistic.MEAN);
    assertEquals(0.05, difference.difference(), 1e-12);
    // 20 of 400 photos: standard error sqrt(.05 * .95 / 400) = .0109.
    assertEquals(0.05 - 1.96 * 0.0109, difference.interval().low(), 0.004);
    assertEquals(0.05 + 1.96 * 0.0109, difference.interval().high(), 0.004);
    // No sample of 2,000 lacks all 20 photos: 2 * 1 / 2,001.
    assertEquals(2 / 2001.0, difference.pValue(), 1e-12);
    // Unpaired, the intervals .3 +- .045 and .35 +- .047 overlap.
    assertTrue(
        BOOTSTRAP.interval(more, groupsOf(1), Statistic.MEAN).low()
            < BOOTSTRAP.interval(outputs(), groupsOf(1), Statistic.MEAN).high());
  }

  @Test
  void aMethodDoesNotDifferFromItself() {
    Bootstrap.Difference difference =
        BOOTSTRAP.difference(outputs(), outputs(), groupsOf(4), Statistic.MEAN);
    assertEquals(new Bootstrap.Difference(0, new Interval(0, 0), 1), difference);
  }

  @Test
  void rowsAndGroupsMustBeAsMany() {
    double[] one = {1};
    assertThrows(
        IllegalArgumentException.class, () -> BOOTSTRAP.interval(one, groupsOf(1), Statistic.MEAN));
    assertThrows(IllegalArgumentException.class, () -> RowGroups.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(0, 1));
  }
}
