package dev.ocellus.study.learn;

import java.util.Arrays;
import java.util.List;

/**
 * Pairs of a photo and a text as a learner sees them: rows of features, each with its target and
 * the group of its photo.
 */
public final class Dataset {

  private final float[][] rows;
  private final double[] targets;
  private final List<String> groups;
  private final boolean[] similarities;

  /**
   * @param rows features, finite, as many in every row; not copied
   * @param targets 0 to 1, one a row; not copied
   * @param groups one a row: rows of one group are never on two sides of a split
   * @param similarities for each feature, whether the score must not fall as it grows
   * @throws IllegalArgumentException naming the first row that breaks these rules
   */
  public Dataset(float[][] rows, double[] targets, List<String> groups, boolean[] similarities) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("nothing can be learned from an empty dataset");
    }
    if (rows.length != targets.length || rows.length != groups.size()) {
      throw new IllegalArgumentException(
          "rows, targets and groups must be as many, got %d, %d and %d"
              .formatted(rows.length, targets.length, groups.size()));
    }
    for (int i = 0; i < rows.length; i++) {
      check(i, rows[i], targets[i], similarities.length);
    }
    this.rows = rows;
    this.targets = targets;
    this.groups = List.copyOf(groups);
    this.similarities = similarities.clone();
  }

  private static void check(int row, float[] features, double target, int width) {
    if (features.length != width) {
      throw new IllegalArgumentException(
          "row %d has %d features instead of %d".formatted(row, features.length, width));
    }
    for (int j = 0; j < width; j++) {
      if (!Float.isFinite(features[j])) {
        throw new IllegalArgumentException(
            "feature %d of row %d is %s; features must be finite".formatted(j, row, features[j]));
      }
    }
    if (!(target >= 0 && target <= 1)) {
      throw new IllegalArgumentException(
          "the target of row %d must be in [0, 1], got %s".formatted(row, target));
    }
  }

  /** Number of rows, 1 or more. */
  public int size() {
    return rows.length;
  }

  /** Number of features. */
  public int width() {
    return similarities.length;
  }

  /** The features of all rows, not a copy. */
  public float[][] rows() {
    return rows;
  }

  /** The targets, 0 to 1, not a copy. */
  public double[] targets() {
    return targets;
  }

  /** The group of every row. */
  public List<String> groups() {
    return groups;
  }

  /** Whether the score must not fall as a feature grows. */
  public boolean isSimilarity(int feature) {
    return similarities[feature];
  }

  /** These rows alone, in this order. */
  public Dataset select(int[] chosen) {
    return new Dataset(
        Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(float[][]::new),
        Arrays.stream(chosen).mapToDouble(i -> targets[i]).toArray(),
        Arrays.stream(chosen).mapToObj(groups::get).toList(),
        similarities);
  }
}
