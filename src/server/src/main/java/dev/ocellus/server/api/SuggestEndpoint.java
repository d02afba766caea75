package dev.ocellus.server.api;

import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.suggest.Completion;
import dev.ocellus.lucene.suggest.Correction;
import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.http.Parameters;
import dev.ocellus.server.http.Problem;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/suggest?q=&size=}: completions of a half-typed query, at once: while captions are
 * being read after a commit, those of the commit before, or none.
 */
public final class SuggestEndpoint implements Endpoint {

  private static final int DEFAULT_SIZE = 8;

  /**
   * The answer.
   *
   * @param query what was typed
   * @param completions most frequent first
   * @param didYouMean another spelling of a query whose words no caption has, or null
   */
  record SuggestAnswer(String query, List<Completion> completions, @Nullable String didYouMean) {}

  private final LiveIndex index;
  private final @Nullable ContentPolicy policy;

  public SuggestEndpoint(LiveIndex index, @Nullable ContentPolicy policy) {
    this.index = index;
    this.policy = policy;
  }

  @Override
  public void answer(Exchange exchange) {
    Parameters parameters = exchange.parameters(Set.of("q", "size"));
    String typed = parameters.text("q");
    Integer size = parameters.integer("size");
    if (typed == null) {
      throw new Problem(
          HttpStatus.BAD_REQUEST_400,
          "bad-parameter",
          "what is typed so far? give q=TEXT, empty for the most frequent phrases");
    }
    exchange.json(
        index.ask(
            photos -> {
              try (PhotoSearcher searcher = photos.acquire()) {
                Correction correction =
                    photos.suggestions().correctIfReady(searcher, typed, policy);
                return new SuggestAnswer(
                    typed,
                    photos
                        .suggestions()
                        .completeIfReady(
                            searcher, typed, size == null ? DEFAULT_SIZE : size, policy),
                    correction == null ? null : correction.text());
              }
            }));
  }
}
