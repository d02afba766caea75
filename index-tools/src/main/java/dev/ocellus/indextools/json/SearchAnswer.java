package dev.ocellus.indextools.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.ocellus.fusion.Contribution;
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
   * @param explanation how the score came about; only where asked for
   * @param caption the caption nearest to the query, null for a photo without captions
   */
  public record Found(
      int rank,
      String id,
      float score,
      Map<String, Float> parts,
      @JsonInclude(Include.NON_NULL) @Nullable Explanation explanation,
      @Nullable String caption,
      String path) {}

  /**
   * A score as a sum: it is 1 / (1 + exp(-x)), x being the intercept and all log-odds together.
   *
   * @param regime kinds of evidence that were known; they decide the weights
   * @param intercept log-odds before the evidence; null where nothing was known
   * @param logOdds what each part of the evidence adds
   */
  public record Explanation(
      String regime, @Nullable Double intercept, Map<String, Double> logOdds) {

    static Explanation of(Contribution contribution) {
      var logOdds = new LinkedHashMap<String, Double>();
      contribution.features().forEach((feature, added) -> logOdds.put(feature.key(), added));
      double intercept = contribution.intercept();
      return new Explanation(
          contribution.regime(), Double.isFinite(intercept) ? intercept : null, logOdds);
    }
  }

  /**
   * @param explain whether to show how the scores came about
   */
  public static SearchAnswer of(SearchResponse response, boolean explain) {
    var hits =
        response.hits().stream()
            .map(
                hit -> {
                  var parts = new LinkedHashMap<String, Float>();
                  new EnumMap<>(hit.parts()).forEach((f, value) -> parts.put(f.key(), value));
                  Contribution sum = explain ? hit.contribution() : null;
                  return new Found(
                      hit.rank(),
                      hit.id(),
                      hit.score(),
                      parts,
                      sum == null ? null : Explanation.of(sum),
                      hit.caption(),
                      hit.path().toString());
                })
            .toList();
    return new SearchAnswer(response.query(), response.tookMillis(), response.total(), hits);
  }
}
