package dev.ocellus.fusion.metrics;

import java.util.Locale;

/**
 * The figures of a ranking that are means over queries, each query having one relevant photo. A
 * query's part, 0 to 1, is a function of that photo's rank.
 */
public enum RetrievalFigure {
  /** Share of queries whose photo is first. */
  RECALL_AT_1,
  /** Share of queries whose photo is among the first five. */
  RECALL_AT_5,
  /** Share of queries whose photo is among the first ten. */
  RECALL_AT_10,
  /** Mean reciprocal rank, a photo not found counting 0. */
  MRR,
  /**
   * Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen, TOIS 2002):
   * with one relevant photo 1 / log2(1 + rank), 0 beyond rank 10.
   */
  NDCG_AT_10;

  /** The name in JSON, such as {@code recall_at_1}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * One query's part.
   *
   * @param rank from 1, or {@link RetrievalMetrics#NOT_FOUND}
   */
  public double of(int rank) {
    return switch (this) {
      case RECALL_AT_1 -> rank == 1 ? 1 : 0;
      case RECALL_AT_5 -> rank <= 5 ? 1 : 0;
      case RECALL_AT_10 -> rank <= 10 ? 1 : 0;
      case MRR -> rank == RetrievalMetrics.NOT_FOUND ? 0 : 1.0 / rank;
      case NDCG_AT_10 -> rank <= 10 ? Math.log(2) / Math.log(1.0 + rank) : 0;
    };
  }
}
