package dev.ocellus.lucene.syntax;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text that describes what photos shall show, or shall not.
 *
 * @param evidence where to look for it
 * @param unwanted whether photos that fit it are to be pushed down
 * @param weight of the whole text beside the query's other texts and photos; 1 unless the query
 *     says otherwise, negative where a query of {@code like:} subtracts it
 * @param words its words and phrases in order, at least one; weights are relative to each other
 */
public record DescribingText(
    Evidence evidence, boolean unwanted, float weight, List<WeightedText> words) {

  public DescribingText {
    words = List.copyOf(words);
  }

  /** The text for an encoder: all words, one space between. */
  public String text() {
    return words.stream().map(WeightedText::text).collect(Collectors.joining(" "));
  }
}
