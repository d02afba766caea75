package dev.ocellus.indextools.json;

import dev.ocellus.lucene.SearchResponse;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code search}.
 *
 * @param query the text searched for
 * @param tookMs the search's time, text encoding and the encoder's loading included, the program's
 *     start not
 * @param total number of photos that reach the asked score, at least the number of hits
 * @param hits best first
 */
public record SearchAnswer(String query, double tookMs, int total, List<Found> hits) {

  /**
   * One photo.
   *
   * @param parts the evidence by {@link dev.ocellus.fusion.Feature#key()}; what is not known of the
   *     photo is not there
   * @param caption the caption nearest to the query, null for a photo without captions
   */
  public record Found(
      int rank,
      String id,
      float score,
      Map<String, Float> parts,
      @Nullable String caption,
      String path) {}

  public static SearchAnswer of(SearchResponse response) {
    var hits =
        response.hits().stream()
            .map(
                hit -> {
                  var parts = new LinkedHashMap<String, Float>();
                  new EnumMap<>(hit.parts()).forEach((f, value) -> parts.put(f.key(), value));
                  return new Found(
                      hit.rank(),
                      hit.id(),
                      hit.score(),
                      parts,
                      hit.caption(),
                      hit.path().toString());
                })
            .toList();
    return new SearchAnswer(response.query(), response.tookMillis(), response.total(), hits);
  }
}
