package dev.ocellus.server.api;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;

/** {@code GET /health}: 200 while the index can be read, else 503. */
public final class HealthEndpoint implements Endpoint {

  /**
   * The answer.
   *
   * @param status "ok"
   * @param generation of the commit that is searched
   */
  record Health(String status, int photos, long generation) {}

  private final LiveIndex index;

  public HealthEndpoint(LiveIndex index) {
    this.index = index;
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.parameters(Set.of());
    exchange.json(
        index.ask(
            photos -> {
              try (PhotoSearcher searcher = photos.acquire()) {
                DirectoryReader reader = (DirectoryReader) searcher.searcher().getIndexReader();
                return new Health(
                    "ok",
                    searcher.searcher().count(PhotoSchema.PHOTOS),
                    reader.getIndexCommit().getGeneration());
              }
            }));
  }
}
