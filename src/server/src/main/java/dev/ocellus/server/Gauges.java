package dev.ocellus.server;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.server.api.LiveIndex;
import dev.ocellus.server.http.Problem;
import dev.ocellus.server.http.WorkPool;
import dev.ocellus.server.metrics.ServerMetrics;
import java.util.function.DoubleSupplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOFunction;
import org.eclipse.jetty.server.ServerConnector;

/** Values that metrics show as they are now. */
final class Gauges {

  private Gauges() {}

  static void register(
      ServerMetrics metrics, LiveIndex index, WorkPool searches, ServerConnector connector) {
    metrics.gauge(
        "ocellus_index_generation",
        "Generation of the commit that is searched; missing while there is none.",
        ofCommit(
            index,
            searcher ->
                (double)
                    ((DirectoryReader) searcher.getIndexReader())
                        .getIndexCommit()
                        .getGeneration()));
    metrics.gauge(
        "ocellus_index_photos",
        "Photos in that commit.",
        ofCommit(index, searcher -> (double) searcher.count(PhotoSchema.PHOTOS)));
    metrics.gauge(
        "ocellus_points_in_time", "Commits that are kept for listings.", index::pointsInTime);
    metrics.gauge(
        "ocellus_searches_waiting", "Searches that wait for a thread.", searches::waiting);
    metrics.gauge(
        "ocellus_http_connections",
        "Open connections.",
        () -> connector.getConnectedEndPoints().size());
  }

  private static DoubleSupplier ofCommit(LiveIndex index, IOFunction<IndexSearcher, Double> value) {
    return () -> {
      try {
        return index.ask(
            photos -> {
              try (PhotoSearcher searcher = photos.acquire()) {
                return value.apply(searcher.searcher());
              }
            });
      } catch (Problem | IllegalArgumentException noIndex) {
        return Double.NaN;
      }
    };
  }
}
