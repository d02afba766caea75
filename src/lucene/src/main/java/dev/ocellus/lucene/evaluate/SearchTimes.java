package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.metrics.Percentiles;
import dev.ocellus.lucene.SearchResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Times of searches, whole and by part. */
final class SearchTimes {

  private final List<SearchResponse> responses = new ArrayList<>();

  void add(SearchResponse response) {
    responses.add(response);
  }

  void clear() {
    responses.clear();
  }

  /** Milliseconds, as {@link EvaluationReport#latencyMillis} names them. */
  Map<String, Double> percentiles() {
    Map<String, Double> millis = new LinkedHashMap<>();
    put(millis, "", SearchResponse::tookMillis);
    put(millis, "encode_", response -> response.encodeNanos() / 1e6);
    put(millis, "lucene_", response -> response.searchNanos() / 1e6);
    return millis;
  }

  private void put(
      Map<String, Double> millis, String prefix, ToDoubleFunction<SearchResponse> time) {
    Percentiles percentiles = Percentiles.of(responses.stream().mapToDouble(time).toArray());
    millis.put(prefix + "p50", percentiles.at(50));
    millis.put(prefix + "p99", percentiles.at(99));
  }
}
