package dev.ocellus.lucene;

import dev.ocellus.lucene.policy.ContentPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What to search for.
 *
 * @param text a description of the scene
 * @param top at most so many hits, 1 to 1000
 * @param minScore hits below this score are left out, 0 to 1
 * @param signal what to rank by
 * @param policy what may be asked for and shown, or null for everything
 * @param showMarked whether photos whose captions the policy blocks are shown all the same
 */
public record SearchRequest(
    String text,
    int top,
    float minScore,
    Signal signal,
    @Nullable ContentPolicy policy,
    boolean showMarked) {

  /** Hits of a search that asks for no number. */
  public static final int DEFAULT_TOP = 5;

  public SearchRequest {
    if (top < 1 || top > 1000) {
      throw new QueryException("top must be in [1, 1000], got " + top);
    }
    if (!(minScore >= 0 && minScore <= 1)) {
      throw new QueryException("min-score must be in [0, 1], got " + minScore);
    }
  }

  /** The five best photos by the fused score, however low it is. */
  public static SearchRequest of(String text) {
    return new SearchRequest(text, DEFAULT_TOP, 0, Signal.FUSED, null, false);
  }

  public SearchRequest withTop(int newTop) {
    return new SearchRequest(text, newTop, minScore, signal, policy, showMarked);
  }

  public SearchRequest withMinScore(float newMinScore) {
    return new SearchRequest(text, top, newMinScore, signal, policy, showMarked);
  }

  public SearchRequest withSignal(Signal newSignal) {
    return new SearchRequest(text, top, minScore, newSignal, policy, showMarked);
  }

  public SearchRequest withPolicy(@Nullable ContentPolicy newPolicy) {
    return new SearchRequest(text, top, minScore, signal, newPolicy, showMarked);
  }

  public SearchRequest withShowMarked(boolean newShowMarked) {
    return new SearchRequest(text, top, minScore, signal, policy, newShowMarked);
  }
}
