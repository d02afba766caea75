package dev.ocellus.lucene;

import dev.ocellus.lucene.policy.PolicyDecision;
import java.util.List;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param query the text searched for
 * @param encodeNanos time spent to encode the text
 * @param searchNanos time spent in Lucene
 * @param total number of candidates that reach the asked score, at least the number of hits
 * @param hits best first; none where the policy blocks the query
 * @param decision what the policy said of the query
 */
public record SearchResponse(
    String query,
    long encodeNanos,
    long searchNanos,
    int total,
    List<Hit> hits,
    PolicyDecision decision) {

  /** The whole search's time in milliseconds. */
  public double tookMillis() {
    return (encodeNanos + searchNanos) / 1e6;
  }
}
