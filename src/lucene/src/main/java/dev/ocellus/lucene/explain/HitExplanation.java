package dev.ocellus.lucene.explain;

import java.util.List;

/**
 * How a photo's score came about.
 *
 * @param score 0 to 1: the product of the parts' factors
 * @param parts what of the query it fits and how well, in the query's order; at least one
 */
public record HitExplanation(double score, List<PartExplanation> parts) {

  public HitExplanation {
    parts = List.copyOf(parts);
  }
}
