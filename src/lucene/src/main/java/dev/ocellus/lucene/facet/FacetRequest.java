package dev.ocellus.lucene.facet;

import dev.ocellus.lucene.QueryException;

/**
 * A field whose values are to be counted.
 *
 * @param field its name: any field of the index but texts
 * @param top at most so many values, the most frequent ones, 1 to {@value #MAX_TOP}
 */
public record FacetRequest(String field, int top) {

  /** Most values of one field. */
  public static final int MAX_TOP = 1000;

  /** Values of a request that asks for no number. */
  public static final int DEFAULT_TOP = 10;

  /**
   * @throws QueryException if {@code top} is out of its range
   */
  public FacetRequest {
    if (top < 1 || top > MAX_TOP) {
      throw new QueryException(
          "facet %s: the number of values must be in [1, %d], got %d"
              .formatted(field, MAX_TOP, top));
    }
  }

  /** The ten most frequent values. */
  public static FacetRequest of(String field) {
    return new FacetRequest(field, DEFAULT_TOP);
  }
}
