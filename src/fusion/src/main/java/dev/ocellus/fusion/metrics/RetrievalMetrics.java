package dev.ocellus.fusion.metrics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well a ranking found the one relevant photo of each query.
 *
 * @param queries number of queries
 * @param means every figure that is a mean over the queries, 0 to 1
 * @param medianRank the middle rank, for an even number of queries the mean of the two middle ones;
 *     infinite if half the queries or more did not find their photo
 * @param distinctFirstHits number of different photos in first place over all queries: 1 means the
 *     same picture for every query, 0 that nothing was found for any
 */
public record RetrievalMetrics(
    int queries, Map<RetrievalFigure, Double> means, double medianRank, int distinctFirstHits) {

  /** The rank of a photo that a query did not find. */
  public static final int NOT_FOUND = Integer.MAX_VALUE;

  public RetrievalMetrics {
    means = Map.copyOf(means);
  }

  /** A figure, 0 to 1. */
  public double mean(RetrievalFigure figure) {
    return Objects.requireNonNull(means.get(figure));
  }

  /** Collects one rank a query. Not safe for use by several threads. */
  public static final class Collector {
    private int[] ranks = new int[64];
    private int size;
    private final Set<String> firstHits = new HashSet<>();

    /**
     * Adds a query.
     *
     * @param rank of the relevant photo, from 1, or {@link #NOT_FOUND}
     * @param firstHit the photo in first place, null if the query found nothing
     */
    public void add(int rank, @Nullable String firstHit) {
      if (rank < 1) {
        throw new IllegalArgumentException("a rank must be 1 or more, got " + rank);
      }
      if (size == ranks.length) {
        ranks = Arrays.copyOf(ranks, 2 * size);
      }
      ranks[size++] = rank;
      if (firstHit != null) {
        firstHits.add(firstHit);
      }
    }

    /** Each query's part of a figure, in the order in which they were added. */
    public double[] parts(RetrievalFigure figure) {
      return Arrays.stream(ranks, 0, size).mapToDouble(figure::of).toArray();
    }

    /**
     * @throws IllegalStateException if no query was added
     */
    public RetrievalMetrics metrics() {
      if (size == 0) {
        throw new IllegalStateException("no query was added");
      }
      Map<RetrievalFigure, Double> means = new EnumMap<>(RetrievalFigure.class);
      for (RetrievalFigure figure : RetrievalFigure.values()) {
        means.put(figure, Arrays.stream(parts(figure)).sum() / size);
      }
      double[] sorted =
          Arrays.stream(ranks, 0, size)
              .mapToDouble(rank -> rank == NOT_FOUND ? Double.POSITIVE_INFINITY : rank)
              .toArray();
      return new RetrievalMetrics(size, means, Percentiles.of(sorted).median(), firstHits.size());
    }
  }
}
