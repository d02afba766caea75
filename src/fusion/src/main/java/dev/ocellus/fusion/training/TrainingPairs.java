package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Pairs of a query and a photo, each with its features, how much they match, and the group that
 * must stay on one side of every split: the photo. Pairs may also tell which query they belong to;
 * those of one query compete for the first place. Immutable.
 */
public final class TrainingPairs {
  private static final int WIDTH = Feature.values().length;

  /** The query of pairs that belong to none. */
  static final int NO_QUERY = -1;

  private final float[][] features;
  private final double[] targets;
  private final double[] weights;
  private final String[] groups;
  private final int[] queries;

  private TrainingPairs(
      float[][] features, double[] targets, double[] weights, String[] groups, int[] queries) {
    this.features = features;
    this.targets = targets;
    this.weights = weights;
    this.groups = groups;
    this.queries = queries;
  }

  /** Collects pairs. Not safe for use by several threads. */
  public static final class Builder {
    private final List<float[]> features = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<Integer> queries = new ArrayList<>();
    private double[] numbers = new double[256];
    private int query = NO_QUERY;

    /** The pairs added from here on belong to another query than those before. */
    public Builder nextQuery() {
      query++;
      return this;
    }

    /**
     * Adds a pair.
     *
     * @param row one value a {@link Feature}, in the enum's order; NaN where missing
     * @param target how much the pair matches: 1 yes, 0 no, or between
     * @param group the photo
     * @param weight above 0; how many pairs this one stands for
     */
    public Builder add(float[] row, double target, String group, double weight) {
      if (row.length != WIDTH) {
        throw new IllegalArgumentException("need " + WIDTH + " features, got " + row.length);
      }
      for (Feature feature : Feature.values()) {
        if (Float.isInfinite(row[feature.ordinal()])) {
          throw new IllegalArgumentException("feature '" + feature.key() + "' is infinite");
        }
      }
      if (!(target >= 0 && target <= 1)) {
        throw new IllegalArgumentException("target must be in [0, 1], got " + target);
      }
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weight must be above 0, got " + weight);
      }
      int at = 2 * features.size();
      if (at == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * at);
      }
      numbers[at] = target;
      numbers[at + 1] = weight;
      features.add(row.clone());
      groups.add(group);
      queries.add(query);
      return this;
    }

    public TrainingPairs build() {
      int size = features.size();
      return new TrainingPairs(
          features.toArray(new float[0][]),
          IntStream.range(0, size).mapToDouble(i -> numbers[2 * i]).toArray(),
          IntStream.range(0, size).mapToDouble(i -> numbers[2 * i + 1]).toArray(),
          groups.toArray(new String[0]),
          queries.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  public int size() {
    return targets.length;
  }

  /** A pair's feature, NaN where missing. */
  public float feature(int pair, Feature feature) {
    return features[pair][feature.ordinal()];
  }

  /** A pair's features themselves, not a copy: for this package, which does not write to them. */
  float[] features(int pair) {
    return features[pair];
  }

  public double target(int pair) {
    return targets[pair];
  }

  public double weight(int pair) {
    return weights[pair];
  }

  public String group(int pair) {
    return groups[pair];
  }

  /** The query that a pair belongs to, counted from 0, or {@link #NO_QUERY}. */
  int query(int pair) {
    return queries[pair];
  }

  /** Whether every pair belongs to a query. */
  boolean hasQueries() {
    return size() > 0 && Arrays.stream(queries).noneMatch(query -> query == NO_QUERY);
  }

  /** Number of different groups. */
  public int groupCount() {
    return new HashSet<>(groups()).size();
  }

  /** Every pair's group. */
  List<String> groups() {
    return Collections.unmodifiableList(Arrays.asList(groups));
  }

  /** The pairs whose index is chosen, in the same order. */
  public TrainingPairs select(IntPredicate chosen) {
    int[] rows = IntStream.range(0, size()).filter(chosen).toArray();
    return new TrainingPairs(
        Arrays.stream(rows).mapToObj(i -> features[i]).toArray(float[][]::new),
        Arrays.stream(rows).mapToDouble(i -> targets[i]).toArray(),
        Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray(),
        Arrays.stream(rows).mapToObj(i -> groups[i]).toArray(String[]::new),
        Arrays.stream(rows).map(i -> queries[i]).toArray());
  }

  /**
   * The same pairs as they would be if only this evidence were known, and what the query says by
   * itself: other features are missing. A captioned photo so stands in for a captionless one.
   */
  public TrainingPairs knowingOnly(Set<Evidence> evidence) {
    float[][] masked = new float[size()][];
    for (int i = 0; i < masked.length; i++) {
      masked[i] = features[i].clone();
      for (Feature feature : Feature.values()) {
        if (feature.evidence() != Evidence.QUERY && !evidence.contains(feature.evidence())) {
          masked[i][feature.ordinal()] = Float.NaN;
        }
      }
    }
    return new TrainingPairs(masked, targets, weights, groups, queries);
  }

  /** A model's score of every pair, 0 to 1. */
  public double[] scores(FusionModel model) {
    return Arrays.stream(features).mapToDouble(model::score).toArray();
  }
}
