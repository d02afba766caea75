package dev.ocellus.lucene.search;

import dev.ocellus.lucene.QueryException;
import org.jspecify.annotations.Nullable;

/**
 * How hits that are alike are shown.
 *
 * @param collapse {@link #NEAR_DUPLICATES}, or a keyword field of which each value is shown once;
 *     null to show all
 * @param diversify lambda of {@link dev.ocellus.lucene.group.MaximalMarginalRelevance}, 0 to 1, or
 *     null to keep the order of score
 */
public record Arrangement(@Nullable String collapse, @Nullable Double diversify) {

  /** Hits one by one, in order of score. */
  public static final Arrangement NONE = new Arrangement(null, null);

  /** Joins photos that look the same. */
  public static final String NEAR_DUPLICATES = "near_duplicates";

  /**
   * @throws QueryException if lambda is out of its range
   */
  public Arrangement {
    if (diversify != null && !(diversify >= 0 && diversify <= 1)) {
      throw new QueryException("diversify must be in [0, 1], got " + diversify);
    }
  }

  /** Whether hits stand one by one in order of score. */
  public boolean isNone() {
    return collapse == null && diversify == null;
  }
}
