package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedPermutationTest {
  private static final PairedPermutation TEST = new PairedPermutation(8000, 23);

  /**
   * One method is better by 1 on each of three photos. Of the 8 ways to swap only "none" and "all"
   * give a difference as great: p = 2 / 8. Two rows a photo change nothing, since they are swapped
   * together; as six groups it were 2 / 64.
   */
  @Test
  void threePhotosByHand() {
    double[] better = {3, 4, 5, 6, 7, 8};
    double[] worse = {2, 3, 4, 5, 6, 7};
    RowGroups photos = RowGroups.of(List.of("a", "a", "b", "b", "c", "c"));
    // Standard error of 8,000 tries: sqrt(.25 * .75 / 8000) = .005.
    assertEquals(0.25, TEST.pValue(better, worse, photos, Statistic.MEAN), 0.02);
    assertEquals(0.25, TEST.pValue(worse, better, photos, Statistic.MEAN), 0.02);
    RowGroups rows = RowGroups.of(List.of("a", "b", "c", "d", "e", "f"));
    assertEquals(2 / 64.0, TEST.pValue(better, worse, rows, Statistic.MEAN), 0.01);
  }

  @Test
  void aMethodDoesNotDifferFromItself() {
    double[] outputs = {1, 0, 1};
    RowGroups groups = RowGroups.of(List.of("a", "b", "c"));
    assertEquals(1, TEST.pValue(outputs, outputs, groups, Statistic.MEAN));
  }

  /** A score in tens and its own copy in thousands order alike, so they cannot differ in tau. */
  @Test
  void scoresOfAnotherScaleAreComparedAsRanks() {
    long seed = 3;
    Random random = new Random(seed);
    double[] targets = random.doubles(60).toArray();
    double[] noisy =
        IntStream.range(0, 60).mapToDouble(i -> targets[i] + random.nextDouble()).toArray();
    double[] scaled = IntStream.range(0, 60).mapToDouble(i -> 1000 * noisy[i]).toArray();
    double[] useless = random.doubles(60).toArray();
    RowGroups groups = RowGroups.of(IntStream.range(0, 60).mapToObj(i -> "" + i).toList());
    Statistic tau = Statistic.against(targets, KendallTau::c);
    PairedPermutation test = new PairedPermutation(500, seed);
    assertEquals(
        1,
        test.pValue(PairedPermutation.ranks(noisy), PairedPermutation.ranks(scaled), groups, tau));
    assertEquals(
        1 / 501.0,
        test.pValue(PairedPermutation.ranks(noisy), PairedPermutation.ranks(useless), groups, tau),
        0.01,
        "seed " + seed);
  }

  @Test
  void ranksOfEqualScoresAreShared() {
    assertArrayEquals(
        new double[] {1, 3.5, 3.5, 2, 5}, PairedPermutation.ranks(new double[] {-2, 7, 7, 0, 9}));
  }

  @Test
  void rowsAndGroupsMustBeAsMany() {
    double[] one = {1};
    RowGroups two = RowGroups.of(List.of("a", "b"));
    assertThrows(IllegalArgumentException.class, () -> TEST.pValue(one, one, two, Statistic.MEAN));
    assertThrows(IllegalArgumentException.class, () -> new PairedPermutation(0, 1));
  }
}
