package dev.ocellus.fusion.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Splits pairs by group, so that a photo is never learned from and measured on. The same groups and
 * seed give the same split, in whatever order the pairs come.
 */
public final class GroupedSplit {
  private GroupedSplit() {}

  /**
   * k-fold cross-validation: every pair is in the test side of exactly one fold.
   *
   * @param folds 2 or more, and no more than there are groups
   */
  public static List<Fold> kFold(TrainingPairs pairs, int folds, long seed) {
    int[] foldOf = foldOf(pairs.groups(), folds, seed);
    List<Fold> result = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      int fold = f;
      result.add(
          new Fold(pairs.select(i -> foldOf[i] != fold), pairs.select(i -> foldOf[i] == fold)));
    }
    return result;
  }

  /**
   * Holds some groups out.
   *
   * @param testShare share of the groups on the test side, above 0 and below 1; at least one group
   *     is on each side
   */
  public static Fold holdOut(TrainingPairs pairs, double testShare, long seed) {
    boolean[] held = heldOut(pairs.groups(), testShare, seed);
    return new Fold(pairs.select(i -> !held[i]), pairs.select(i -> held[i]));
  }

  /**
   * The same for any rows: for each, whether it is on the test side.
   *
   * @param groupOfRow the group of every row
   */
  public static boolean[] heldOut(List<String> groupOfRow, double testShare, long seed) {
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException("test share must be in (0, 1), got " + testShare);
    }
    int[] rank = shuffledRanks(groupOfRow, 2, seed);
    long groups = Arrays.stream(rank).max().orElseThrow() + 1L;
    long count = Math.min(Math.max(Math.round(testShare * groups), 1), groups - 1);
    boolean[] held = new boolean[rank.length];
    for (int i = 0; i < held.length; i++) {
      held[i] = rank[i] < count;
    }
    return held;
  }

  /**
   * For each row, the fold whose test side it is in, from 0.
   *
   * @param groupOfRow the group of every row
   * @param folds 2 or more, and no more than there are groups
   */
  public static int[] foldOf(List<String> groupOfRow, int folds, long seed) {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be 2 or more, got " + folds);
    }
    return Arrays.stream(shuffledRanks(groupOfRow, folds, seed))
        .map(rank -> rank % folds)
        .toArray();
  }

  /** For each row, the number of its group after shuffling, from 0. */
  private static int[] shuffledRanks(List<String> groupOfRow, int least, long seed) {
    List<String> groups = new ArrayList<>(new TreeSet<>(groupOfRow));
    if (groups.size() < least) {
      throw new IllegalArgumentException(
          "cannot split " + groups.size() + " groups into " + least + " sides");
    }
    Collections.shuffle(groups, new Random(seed));
    Map<String, Integer> rankOf = new HashMap<>();
    groups.forEach(group -> rankOf.put(group, rankOf.size()));
    return groupOfRow.stream().mapToInt(rankOf::get).toArray();
  }
}
