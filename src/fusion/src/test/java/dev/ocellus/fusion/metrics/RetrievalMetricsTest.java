package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RetrievalMetricsTest {
  @Test
  void fourQueries() {
    var collector = new RetrievalMetrics.Collector();
    collector.add(1, "a");
    collector.add(4, "b");
    collector.add(10, "a");
    collector.add(RetrievalMetrics.NOT_FOUND, null);
    RetrievalMetrics metrics = collector.metrics();
    assertEquals(4, metrics.queries());
    assertEquals(0.25, metrics.mean(RetrievalFigure.RECALL_AT_1));
    assertEquals(0.5, metrics.mean(RetrievalFigure.RECALL_AT_5));
    assertEquals(0.75, metrics.mean(RetrievalFigure.RECALL_AT_10));
    // (1/1 + 1/4 + 1/10 + 0) / 4 = 1.35 / 4
    assertEquals(0.3375, metrics.mean(RetrievalFigure.MRR), 1e-12);
    // (1 + log 2 / log 5 + log 2 / log 11 + 0) / 4 = (1 + .430677 + .289065) / 4
    assertEquals(0.429935, metrics.mean(RetrievalFigure.NDCG_AT_10), 1e-6);
    // the middle of 1, 4, 10, infinity
    assertEquals(7, metrics.medianRank());
    assertEquals(2, metrics.distinctFirstHits());
    assertArrayEquals(new double[] {1, 0.25, 0.1, 0}, collector.parts(RetrievalFigure.MRR), 1e-12);
  }

  @Test
  void whenHalfTheQueriesFindNothingTheMedianIsInfinite() {
    var collector = new RetrievalMetrics.Collector();
    collector.add(1, "a");
    collector.add(RetrievalMetrics.NOT_FOUND, "a");
    assertEquals(Double.POSITIVE_INFINITY, collector.metrics().medianRank());
    assertEquals(1, collector.metrics().distinctFirstHits());
  }

  @Test
  void moreQueriesThanTheFirstArrayHolds() {
    var collector = new RetrievalMetrics.Collector();
    for (int rank = 1; rank <= 101; rank++) {
      collector.add(rank, "photo " + rank);
    }
    assertEquals(51, collector.metrics().medianRank());
    assertEquals(10 / 101.0, collector.metrics().mean(RetrievalFigure.RECALL_AT_10), 1e-12);
    assertEquals(101, collector.metrics().distinctFirstHits());
  }

  @Test
  void ranksBeginAtOneAndNoQueryHasNoMetrics() {
    var collector = new RetrievalMetrics.Collector();
    assertThrows(IllegalArgumentException.class, () -> collector.add(0, "a"));
    assertThrows(IllegalStateException.class, collector::metrics);
  }
}
