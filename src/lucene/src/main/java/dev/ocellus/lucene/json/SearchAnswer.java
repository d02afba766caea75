package dev.ocellus.lucene.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.facet.Facet;
import dev.ocellus.lucene.page.PageToken;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.suggest.Correction;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search. What was not asked for is not there.
 *
 * @param version of the schema
 * @param query the text searched for
 * @param tookMs the search's time, encoding and the encoder's loading included, the program's start
 *     not
 * @param total number of photos, among the best ones of the ranking, that reach the asked score
 * @param minScore the least score that is shown; null where an automatic cut shows nothing
 * @param hits in the order asked for
 * @param next what to give as {@code after} for the next page; null behind the last hit
 * @param notes how the query was understood where that is not plain
 * @param didYouMean a better spelling; only where asked for and where there is one
 * @param facets counts of the fields that were asked for
 * @param policy what the content policy said of the query; only where there is one
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SearchAnswer(
    int version,
    String query,
    double tookMs,
    int total,
    @Nullable Float minScore,
    List<FoundPhoto> hits,
    @Nullable String next,
    List<String> notes,
    @JsonInclude(Include.NON_NULL) @Nullable String didYouMean,
    @JsonInclude(Include.NON_NULL) @Nullable List<Facet> facets,
    @JsonInclude(Include.NON_NULL) @Nullable PolicyAnswer policy) {

  /** The answer as JSON has it. */
  public static SearchAnswer of(SearchRequest request, SearchResponse response) {
    ContentPolicy policy = request.restriction().policy();
    PageToken next = response.next();
    Correction correction = response.didYouMean();
    return new SearchAnswer(
        SearchRequestJson.VERSION,
        response.query(),
        response.tookMillis(),
        response.total(),
        Float.isFinite(response.minScore()) ? response.minScore() : null,
        response.hits().stream().map(hit -> FoundPhoto.of(hit, request.details())).toList(),
        next == null ? null : next.toString(),
        response.notes(),
        correction == null ? null : correction.text(),
        request.details().facets().isEmpty() ? null : response.facets(),
        policy == null ? null : PolicyAnswer.of(policy, response.decision()));
  }

  /**
   * The same from a server: hits have links, and no paths of its disk.
   *
   * @param links of a photo, by its id
   */
  public SearchAnswer linked(Function<String, FoundPhoto.Links> links) {
    return new SearchAnswer(
        version,
        query,
        tookMs,
        total,
        minScore,
        hits.stream().map(hit -> hit.linked(links)).toList(),
        next,
        notes,
        didYouMean,
        facets,
        policy);
  }
}
