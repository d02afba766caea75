package dev.ocellus.lucene;

import dev.ocellus.lucene.facet.Facet;
import dev.ocellus.lucene.page.PageToken;
import dev.ocellus.lucene.policy.PolicyDecision;
import dev.ocellus.lucene.suggest.Correction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param query the text searched for
 * @param encodeNanos time spent to encode the query's texts and pictures
 * @param searchNanos time spent in Lucene
 * @param total number of photos, among the best ones of the ranking, that reach the asked score; at
 *     least the number of hits
 * @param minScore the least score that is shown; infinite where an automatic cut shows nothing
 * @param hits in the order asked for; none where the policy blocks the query
 * @param next what gives the next page, or null if there is none
 * @param notes what the reader should know of how the query was understood, a line each
 * @param didYouMean the query in another spelling, where no caption has a word of it; null if not
 *     asked for or if there is none
 * @param facets counts of the fields that were asked for, in that order
 * @param decision what the policy said of the query
 */
public record SearchResponse(
    String query,
    long encodeNanos,
    long searchNanos,
    int total,
    float minScore,
    List<Hit> hits,
    @Nullable PageToken next,
    List<String> notes,
    @Nullable Correction didYouMean,
    List<Facet> facets,
    PolicyDecision decision) {

  public SearchResponse {
    hits = List.copyOf(hits);
    notes = List.copyOf(notes);
    facets = List.copyOf(facets);
  }

  /** The answer to a query that the policy blocks. */
  static SearchResponse blocked(String query, PolicyDecision decision) {
    return new SearchResponse(
        query, 0, 0, 0, 0, List.of(), null, List.of(), null, List.of(), decision);
  }

  /** The same with another spelling offered. */
  SearchResponse withDidYouMean(@Nullable Correction correction) {
    return new SearchResponse(
        query,
        encodeNanos,
        searchNanos,
        total,
        minScore,
        hits,
        next,
        notes,
        correction,
        facets,
        decision);
  }

  /** The whole search's time in milliseconds. */
  public double tookMillis() {
    return (encodeNanos + searchNanos) / 1e6;
  }
}
