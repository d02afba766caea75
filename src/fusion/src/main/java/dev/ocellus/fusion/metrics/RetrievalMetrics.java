package dev.ocellus.fusion.metrics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well a ranking found the one relevant photo of each query.
 *
 * @param queries number of queries
 * @param recallAt1 share of queries whose photo is first, 0 to 1
 * @param recallAt5 share of queries whose photo is among the first five
 * @param recallAt10 share of queries whose photo is among the first ten
 * @param mrr mean reciprocal rank over all queries, a photo not found counting 0
 * @param ndcgAt10 normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen,
 *     TOIS 2002): with one relevant photo the mean of 1 / log2(1 + rank), 0 beyond rank 10
 * @param medianRank the middle rank, for an even number of queries the mean of the two middle ones;
 *     infinite if half the queries or more did not find their photo
 * @param distinctFirstHits number of different photos in first place over all queries: 1 means the
 *     same picture for every query
 */
public record RetrievalMetrics(
    int queries,
    double recallAt1,
    double recallAt5,
    double recallAt10,
    double mrr,
    double ndcgAt10,
    double medianRank,
    int distinctFirstHits) {

  /** The rank of a photo that a query did not find. */
  public static final int NOT_FOUND = Integer.MAX_VALUE;

  /** One query's part of {@link #ndcgAt10}: 1 at rank 1, 0 beyond rank 10. */
  public static double ndcgAt10(int rank) {
    return rank <= 10 ? Math.log(2) / Math.log(1.0 + rank) : 0;
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

    /**
     * @throws IllegalStateException if no query was added
     */
    public RetrievalMetrics metrics() {
      if (size == 0) {
        throw new IllegalStateException("no query was added");
      }
      double[] sorted = new double[size];
      double reciprocal = 0;
      double gain = 0;
      for (int i = 0; i < size; i++) {
        sorted[i] = ranks[i] == NOT_FOUND ? Double.POSITIVE_INFINITY : ranks[i];
        reciprocal += 1 / sorted[i];
        gain += ndcgAt10(ranks[i]);
      }
      return new RetrievalMetrics(
          size,
          recallAt(1),
          recallAt(5),
          recallAt(10),
          reciprocal / size,
          gain / size,
          Percentiles.of(sorted).median(),
          firstHits.size());
    }

    private double recallAt(int k) {
      return (double) Arrays.stream(ranks, 0, size).filter(rank -> rank <= k).count() / size;
    }
  }
}
