package dev.ocellus.indextools.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.ocellus.fusion.Contribution;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.PolicyDecision;
import dev.ocellus.lucene.policy.PolicyRule;
import dev.ocellus.lucene.policy.Spelling;
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
 * @param policy what the content policy said of the query; only where there is one
 */
public record SearchAnswer(
    String query,
    double tookMs,
    int total,
    List<Found> hits,
    @JsonInclude(Include.NON_NULL) @Nullable Decision policy) {

  /**
   * What a policy said, and by which rule; null where no rule matched.
   *
   * @param id the policy's name and hash
   * @param action block, warn or allow
   * @param category of the rule
   * @param rule such as "lemma child"
   * @param matched part of the query
   * @param spelling written, disguised or mistyped
   * @param disclaimer what to tell the user
   */
  public record Decision(
      String id,
      String action,
      @Nullable String category,
      @Nullable String rule,
      @Nullable String matched,
      @Nullable String spelling,
      @Nullable String disclaimer) {

    static Decision of(ContentPolicy policy, PolicyDecision decision) {
      PolicyRule rule = decision.rule();
      Spelling spelling = decision.spelling();
      return new Decision(
          policy.id(),
          decision.action().key(),
          rule == null ? null : rule.category(),
          rule == null ? null : rule.toString(),
          decision.matched(),
          spelling == null ? null : spelling.key(),
          decision.disclaimer());
    }
  }

  /**
   * One photo.
   *
   * @param parts the evidence by {@link dev.ocellus.fusion.Feature#key()}; what is not known of the
   *     photo is not there
   * @param explanation how the score came about; only where asked for
   * @param caption the caption nearest to the query, null for a photo without captions
   * @param policyCategories that the photo is marked with; only where it is
   */
  public record Found(
      int rank,
      String id,
      float score,
      Map<String, Float> parts,
      @JsonInclude(Include.NON_NULL) @Nullable Explanation explanation,
      @Nullable String caption,
      @JsonInclude(Include.NON_EMPTY) List<String> policyCategories,
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
   * @param policy that the search kept to, or null
   * @param explain whether to show how the scores came about
   */
  public static SearchAnswer of(
      SearchResponse response, @Nullable ContentPolicy policy, boolean explain) {
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
                      hit.policyCategories(),
                      hit.path().toString());
                })
            .toList();
    return new SearchAnswer(
        response.query(),
        response.tookMillis(),
        response.total(),
        hits,
        policy == null ? null : Decision.of(policy, response.decision()));
  }
}
