package dev.ocellus.fusion.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Rows that stand or fall together: the judgments of one photo, the queries for one photo. Their
 * figures are alike, so a test that took them for independent would be too sure of itself.
 */
public final class RowGroups {
  private final int[][] rows;
  private final int size;

  private RowGroups(int[][] rows, int size) {
    this.rows = rows;
    this.size = size;
  }

  /**
   * @param names the group of each row, such as its photo; one or more
   */
  public static RowGroups of(Collection<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("groups need one row or more");
    }
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    int row = 0;
    for (String name : names) {
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(row++);
    }
    int[][] rows =
        byName.values().stream()
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    return new RowGroups(rows, row);
  }

  /** Number of groups. */
  public int count() {
    return rows.length;
  }

  /** Number of rows in all groups. */
  public int size() {
    return size;
  }

  /** The numbers of a group's rows. */
  int[] rows(int group) {
    return rows[group];
  }

  /** All rows once, group by group. */
  int[] all() {
    int[] all = new int[size];
    int next = 0;
    for (int[] group : rows) {
      System.arraycopy(group, 0, all, next, group.length);
      next += group.length;
    }
    return all;
  }

  /** The rows of as many groups as there are, drawn with replacement. */
  int[] resample(SplittableRandom random) {
    int[] groups = new int[rows.length];
    int length = 0;
    for (int i = 0; i < groups.length; i++) {
      groups[i] = random.nextInt(rows.length);
      length += rows[groups[i]].length;
    }
    int[] drawn = new int[length];
    int next = 0;
    for (int group : groups) {
      for (int row : rows[group]) {
        drawn[next++] = row;
      }
    }
    return drawn;
  }
}
