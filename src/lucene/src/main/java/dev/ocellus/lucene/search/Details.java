package dev.ocellus.lucene.search;

import java.util.List;

/**
 * What an answer tells beside the hits and their scores.
 *
 * @param explain how each score came about, in numbers and sentences
 * @param highlight all captions of each hit, with the words that matched
 * @param suggest a better spelling, where no caption has a word of the query
 * @param fields the photos' own fields
 * @param facets fields whose values are counted over the result
 */
public record Details(
    boolean explain, boolean highlight, boolean suggest, boolean fields, List<String> facets) {

  /** Nothing more. */
  public static final Details NONE = new Details(false, false, false, false, List.of());

  public Details {
    facets = List.copyOf(facets);
  }
}
