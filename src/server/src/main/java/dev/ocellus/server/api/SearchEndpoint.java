package dev.ocellus.server.api;

import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.json.SearchAnswer;
import dev.ocellus.lucene.json.SearchRequestJson;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.search.Picture;
import dev.ocellus.lucene.search.PictureQuery;
import dev.ocellus.server.http.Body;
import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.http.Parameters;
import dev.ocellus.server.http.Problem;
import dev.ocellus.server.http.WorkPool;
import dev.ocellus.server.photo.PhotoLinks;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/search}: GET with parameters; POST with the JSON object of {@code
 * search-request.schema.json}; or POST with a photo file as the body, to search by it, and the
 * parameters of GET beside.
 */
public final class SearchEndpoint implements Endpoint {

  private final LiveIndex index;
  private final WorkPool pool;
  private final Body body;
  private final @Nullable ContentPolicy policy;
  private final Consumer<SearchResponse> listener;

  /**
   * @param pool where searches run
   * @param policy what may be asked for and shown, or null for everything
   * @param listener told of every search that was answered
   */
  public SearchEndpoint(
      LiveIndex index,
      WorkPool pool,
      Body body,
      @Nullable ContentPolicy policy,
      Consumer<SearchResponse> listener) {
    this.index = index;
    this.pool = pool;
    this.body = body;
    this.policy = policy;
    this.listener = listener;
  }

  @Override
  public void answer(Exchange exchange) {
    if (!exchange.request().getMethod().equals("POST")) {
      SearchRequest request =
          SearchRequestJson.read(
              SearchParameters.json(exchange.parameters(SearchParameters.NAMES)), policy);
      search(exchange, request);
      return;
    }
    String type = Body.mediaType(exchange.request());
    if (type.equals("application/json")) {
      exchange.parameters(Set.of());
      body.read(
          exchange,
          bytes ->
              search(
                  exchange,
                  SearchRequestJson.read(new String(bytes, StandardCharsets.UTF_8), policy)));
    } else if (type.startsWith("image/") || type.equals("application/octet-stream")) {
      Parameters parameters = exchange.parameters(SearchParameters.NAMES_WITH_PICTURE);
      SearchRequest request = SearchRequestJson.read(SearchParameters.json(parameters), policy);
      Double weight = parameters.number(SearchParameters.IMAGE_WEIGHT);
      body.read(
          exchange,
          bytes -> {
            Picture picture = new Picture.Photo(bytes, "the picture");
            double share = weight == null ? PictureQuery.DEFAULT_WEIGHT : weight;
            search(exchange, request.withPicture(new PictureQuery(picture, share)));
          });
    } else {
      throw new Problem(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
              "unsupported-media-type",
              "POST a search as application/json, or a photo file as image/jpeg and the like")
          .withHeader("Accept", "application/json, image/*");
    }
  }

  private void search(Exchange exchange, SearchRequest request) {
    boolean marked = request.restriction().showMarked();
    pool.answer(
        exchange,
        running -> {
          SearchResponse response = index.ask(photos -> photos.search(request));
          listener.accept(response);
          running.json(SearchAnswer.of(request, response).linked(id -> PhotoLinks.of(id, marked)));
        });
  }
}
