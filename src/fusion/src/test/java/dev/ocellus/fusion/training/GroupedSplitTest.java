package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Features;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GroupedSplitTest {
  /** Pair i of photo "i mod photos"; the weight tells pairs apart. */
  private static TrainingPairs pairs(int size, int photos) {
    var builder = new TrainingPairs.Builder();
    for (int i = 0; i < size; i++) {
      builder.add(Features.none(), 0, "photo " + i % photos, i + 1);
    }
    return builder.build();
  }

  @Test
  void noPhotoIsOnBothSidesAndEveryPairIsTestedOnce() {
    TrainingPairs pairs = pairs(1_000, 37);
    Set<Double> tested = new HashSet<>();
    for (Fold fold : GroupedSplit.kFold(pairs, 5, 3)) {
      assertEquals(1_000, fold.train().size() + fold.test().size());
      assertTrue(Collections.disjoint(fold.train().groups(), fold.test().groups()));
      // 37 photos in 5 folds: 7 or 8 each.
      int photos = new TreeSet<>(fold.test().groups()).size();
      assertTrue(photos == 7 || photos == 8, "photos: " + photos);
      for (int i = 0; i < fold.test().size(); i++) {
        assertTrue(tested.add(fold.test().weight(i)));
      }
    }
    assertEquals(1_000, tested.size());
  }

  @Test
  void aShareOfThePhotosIsHeldOut() {
    Fold fold = GroupedSplit.holdOut(pairs(100, 10), 0.3, 3);
    assertEquals(30, fold.test().size());
    assertEquals(70, fold.train().size());
    assertEquals(10, GroupedSplit.holdOut(pairs(100, 10), 0.001, 3).test().size());
  }

  @Test
  void theSplitDependsOnTheSeedAlone() {
    TrainingPairs pairs = pairs(20, 20);
    assertArrayEquals(
        GroupedSplit.foldOf(pairs.groups(), 4, 1), GroupedSplit.foldOf(pairs.groups(), 4, 1));
    TrainingPairs without = pairs.select(i -> i % 2 == 0).select(i -> true);
    assertEquals(10, without.size());
    List<String> one = GroupedSplit.holdOut(pairs, 0.5, 1).test().groups();
    List<String> two = GroupedSplit.holdOut(pairs, 0.5, 2).test().groups();
    assertTrue(!one.equals(two));
  }

  @Test
  void aFoldWithAPhotoOnBothSidesCannotBeMade() {
    TrainingPairs pairs = pairs(10, 5);
    IllegalArgumentException leak =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Fold(pairs.select(i -> i < 6), pairs.select(i -> i >= 6)));
    assertEquals("group 'photo 1' is on both sides", leak.getMessage());
  }

  @Test
  void tooFewPhotosAreRefused() {
    assertEquals(
        "cannot split 2 groups into 3 sides",
        assertThrows(IllegalArgumentException.class, () -> GroupedSplit.kFold(pairs(9, 2), 3, 1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> GroupedSplit.kFold(pairs(9, 2), 1, 1));
    assertThrows(IllegalArgumentException.class, () -> GroupedSplit.holdOut(pairs(9, 2), 1, 1));
  }
}
