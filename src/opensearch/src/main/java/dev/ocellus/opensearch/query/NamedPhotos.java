package dev.ocellus.opensearch.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opensearch.action.IndicesRequest;
import org.opensearch.action.search.SearchRequest;
import org.opensearch.action.search.SearchResponse;
import org.opensearch.core.action.ActionListener;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.search.SearchHit;
import org.opensearch.search.builder.PointInTimeBuilder;
import org.opensearch.search.builder.SearchSourceBuilder;
import org.opensearch.transport.client.Client;

/**
 * Fetches the vectors of the photos that a query names, from the indices that it searches, by a
 * search of its own: with the rights of who asked, and the same aliases, routing and point in time.
 */
final class NamedPhotos {

  private static final int MOST_HITS = 1000;

  private final Client client;
  private final QueryRequest request;
  private final IndicesRequest search;
  private final QueryPlan plan;

  NamedPhotos(Client client, QueryRequest request, IndicesRequest search, QueryPlan plan) {
    this.client = client;
    this.request = request;
    this.search = search;
    this.plan = plan;
  }

  /**
   * @param listener gets vectors by encoder and id, or an {@link IllegalArgumentException} that
   *     names a photo that is missing
   */
  void fetch(ActionListener<Map<String, Map<String, float[]>>> listener) {
    if (plan.photos().isEmpty()) {
      listener.onResponse(Map.of());
      return;
    }
    client.search(
        searchRequest(),
        ActionListener.wrap(answer -> listener.onResponse(read(answer)), listener::onFailure));
  }

  private SearchRequest searchRequest() {
    Set<String> ids = plan.photos().keySet();
    SearchSourceBuilder source =
        new SearchSourceBuilder()
            .query(QueryBuilders.idsQuery().addIds(ids.toArray(new String[0])))
            .fetchSource(request.field(), null)
            .size(MOST_HITS);
    SearchRequest named = new SearchRequest().source(source);
    PointInTimeBuilder pointInTime = SearchedIndices.pointInTime(search);
    if (pointInTime != null) {
      source.pointInTimeBuilder(new PointInTimeBuilder(pointInTime.getId()));
      return named;
    }
    named.indices(search.indices()).indicesOptions(search.indicesOptions());
    if (search instanceof SearchRequest asked) {
      named.routing(asked.routing()).preference(asked.preference());
    }
    return named;
  }

  private Map<String, Map<String, float[]>> read(SearchResponse answer) {
    Map<String, Map<String, float[]>> vectors = new HashMap<>();
    for (SearchHit hit : answer.getHits()) {
      String model = plan.models().get(hit.getIndex());
      if (model != null) {
        Object value = SourceVector.at(hit.getSourceAsMap(), request.field());
        if (value != null) {
          vectors
              .computeIfAbsent(model, unused -> new HashMap<>())
              .putIfAbsent(hit.getId(), SourceVector.read(value));
        }
      }
    }
    for (String model : new TreeSet<>(plan.models().values())) {
      Set<String> found = vectors.getOrDefault(model, Map.of()).keySet();
      plan.photos()
          .forEach(
              (id, where) -> {
                if (!found.contains(id)) {
                  throw missing(id, where, model);
                }
              });
    }
    return vectors;
  }

  private IllegalArgumentException missing(String id, String where, String model) {
    String among =
        new TreeSet<>(plan.models().values()).size() == 1
            ? "the searched indices"
            : "the searched indices whose vectors are by encoder " + model;
    return new IllegalArgumentException(
        "[ocellus] %sno photo \"%s\" with a vector in %s; name one by its _id"
            .formatted(where, id, among));
  }
}
