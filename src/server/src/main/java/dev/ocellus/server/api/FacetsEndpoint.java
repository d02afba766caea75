package dev.ocellus.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.json.SearchAnswer;
import dev.ocellus.lucene.json.SearchRequestJson;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.http.Parameters;
import dev.ocellus.server.http.Problem;
import dev.ocellus.server.http.WorkPool;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/facets?q=&field=}: the values of fields among what a query finds, or all photos.
 */
public final class FacetsEndpoint implements Endpoint {

  private static final Set<String> NAMES =
      Set.of("q", "field", "filter", "min_score", "syntax", "show_marked");

  /** All photos: every one has an id. */
  private static final String ALL = "id:*";

  private final LiveIndex index;
  private final WorkPool pool;
  private final @Nullable ContentPolicy policy;

  public FacetsEndpoint(LiveIndex index, WorkPool pool, @Nullable ContentPolicy policy) {
    this.index = index;
    this.pool = pool;
    this.policy = policy;
  }

  @Override
  public void answer(Exchange exchange) {
    Parameters parameters = exchange.parameters(NAMES);
    List<String> fields = parameters.texts("field");
    if (fields.isEmpty()) {
      throw new Problem(
          HttpStatus.BAD_REQUEST_400,
          "bad-parameter",
          "which field? give field=NAME, once or several times; /api/info lists them");
    }
    ObjectNode json = SearchParameters.json(parameters);
    fields.forEach(json.withArrayProperty("facets")::add);
    json.put("size", 1);
    if (json.path("query").asText("").isBlank() && !json.has("filter")) {
      json.put("filter", ALL);
    }
    SearchRequest request = SearchRequestJson.read(json, policy);
    pool.answer(
        exchange,
        running -> {
          SearchAnswer found =
              index.ask(photos -> SearchAnswer.of(request, photos.search(request)));
          running.json(
              new FacetsAnswer(
                  found.query(),
                  found.total(),
                  found.facets() == null ? List.of() : found.facets(),
                  found.notes(),
                  found.policy()));
        });
  }
}
