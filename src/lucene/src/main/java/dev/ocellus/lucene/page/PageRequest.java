package dev.ocellus.lucene.page;

import dev.ocellus.lucene.QueryException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a listing is wanted.
 *
 * @param from so many hits are passed over, 0 to {@link #MOST_FROM} less the size; 0 with a token
 * @param size at most so many hits, 1 to 1000
 * @param after the token of the page before, or null to count from the first hit
 * @param sort by which fields to order, the first deciding; none for the order of score
 * @param cut where the listing ends
 */
public record PageRequest(
    int from, int size, @Nullable PageToken after, List<SortKey> sort, ScoreCut cut) {

  /** Hits that can be reached by counting; further ones are reached by tokens. */
  public static final int MOST_FROM = 10_000;

  /** Most hits of a page. */
  public static final int MOST_SIZE = 1000;

  public PageRequest {
    sort = List.copyOf(sort);
    if (size < 1 || size > MOST_SIZE) {
      throw new QueryException("size must be in [1, %d], got %d".formatted(MOST_SIZE, size));
    }
    if (from < 0) {
      throw new QueryException("from must be 0 or more, got " + from);
    }
    if (from > MOST_FROM - size) {
      throw new QueryException(
          "from + size must be at most %d, got %d + %d; further hits are reached by page tokens"
              .formatted(MOST_FROM, from, size));
    }
    if (from > 0 && after != null) {
      throw new QueryException("from counts from the first hit; leave it out with a page token");
    }
  }

  /** The first page in order of score. */
  public static PageRequest first(int size) {
    return new PageRequest(0, size, null, List.of(), ScoreCut.NONE);
  }

  /** The page behind the one that gave the token. */
  public PageRequest after(@Nullable PageToken token) {
    return new PageRequest(0, size, token, sort, cut);
  }

  public PageRequest withFrom(int newFrom) {
    return new PageRequest(newFrom, size, after, sort, cut);
  }

  public PageRequest withSort(SortKey... keys) {
    return new PageRequest(from, size, after, List.of(keys), cut);
  }

  public PageRequest withCut(ScoreCut newCut) {
    return new PageRequest(from, size, after, sort, newCut);
  }
}
