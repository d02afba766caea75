package dev.ocellus.indextools.demo;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.SearchResponse;
import java.util.List;
import java.util.Locale;

/**
 * What came of a query.
 *
 * @param query what was asked
 * @param response the best photos, however low they score
 * @param cutoff score from which on a photo counts as found
 */
public record DemoOutcome(DemoQuery query, SearchResponse response, float cutoff) {

  /** The photos that count as found. */
  public List<Hit> found() {
    return response.hits().stream().filter(hit -> hit.score() >= cutoff).toList();
  }

  /** Whether what the query shows off came true; a query of the user's own always does. */
  public boolean cameTrue() {
    return switch (query.kind()) {
      case OWN -> true;
      case NOTHING -> found().isEmpty();
      case INFLECTION -> isFirst() && words(found().getFirst()) > 0;
      case PIXELS -> isFirst() && words(found().getFirst()) == 0;
    };
  }

  /** What came of it, in a sentence. */
  public String verdict() {
    if (found().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "No photo reaches %.2f; the nearest scores %s.",
          cutoff,
          response.hits().isEmpty()
              ? "nothing at all"
              : String.format(Locale.ROOT, "%.2f", response.hits().getFirst().score()));
    }
    var first = found().getFirst();
    String others =
        query.image() == null || query.image().equals(first.id())
            ? ""
            : "; expected was " + query.image();
    return String.format(
        Locale.ROOT, "First is %s with %.2f%s.", first.id(), first.score(), others);
  }

  private boolean isFirst() {
    return !found().isEmpty() && found().getFirst().id().equals(query.image());
  }

  /** BM25's share: 0 if the photo's captions have none of the query's words in any form. */
  private static float words(Hit hit) {
    return hit.parts().getOrDefault(Feature.BM25, 0f);
  }
}
