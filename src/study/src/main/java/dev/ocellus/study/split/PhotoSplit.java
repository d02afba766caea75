package dev.ocellus.study.split;

import dev.ocellus.fusion.training.GroupedSplit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Photos that are measured on; all others are learned from.
 *
 * @param test numbers of photos
 */
public record PhotoSplit(BitSet test) {

  /** Share of the photos that a hold-out measures on. */
  private static final double TEST_SHARE = 0.3;

  private static final long SEED = 42;

  /**
   * One split, seven parts to learn from and three to measure on.
   *
   * @param groups the group of every photo; photos of one group are on one side
   */
  public static List<PhotoSplit> holdOut(List<Integer> groups) {
    boolean[] held = GroupedSplit.heldOut(names(groups), TEST_SHARE, SEED);
    BitSet test = new BitSet();
    for (int photo = 0; photo < held.length; photo++) {
      test.set(photo, held[photo]);
    }
    return List.of(new PhotoSplit(test));
  }

  /** Cross-validation: every photo is measured on in one of the splits. */
  public static List<PhotoSplit> folds(List<Integer> groups, int folds) {
    List<PhotoSplit> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      splits.add(new PhotoSplit(new BitSet()));
    }
    int[] foldOf = GroupedSplit.foldOf(names(groups), folds, SEED);
    for (int photo = 0; photo < foldOf.length; photo++) {
      splits.get(foldOf[photo]).test.set(photo);
    }
    return splits;
  }

  /** Whether a photo is measured on. */
  public boolean tests(int photo) {
    return test.get(photo);
  }

  private static List<String> names(List<Integer> groups) {
    return groups.stream().map(String::valueOf).toList();
  }
}
