package dev.ocellus.lucene.facet;

import java.util.List;

/**
 * The values of a field among the photos that a query found.
 *
 * @param field its name
 * @param counts the most frequent values first; of equal counts the smaller value
 * @param values number of distinct values, of which {@code counts} may show but the first
 * @param photos number of photos with a value. One with several values counts once here, and once
 *     with each of them in {@code counts}
 * @param missing number of photos without a value
 */
public record Facet(String field, List<FacetCount> counts, int values, int photos, int missing) {

  public Facet {
    counts = List.copyOf(counts);
  }
}
