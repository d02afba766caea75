package dev.ocellus.lucene.search;

import dev.ocellus.lucene.syntax.DescribingText;
import dev.ocellus.lucene.syntax.WeightedText;
import dev.ocellus.lucene.text.WordWeight;
import java.util.ArrayList;
import java.util.List;

/**
 * A describing text as encoders and analyzers read it.
 *
 * @param text all words of a weight above 0, one space between
 * @param weights of those that count more or less than once
 */
public record QueryText(String text, List<WordWeight> weights) {

  public QueryText {
    weights = List.copyOf(weights);
  }

  /** A text of a parsed query. */
  public static QueryText of(DescribingText text) {
    List<WordWeight> weights = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (WeightedText word : text.words()) {
      if (word.weight() == 0) {
        continue;
      }
      all.append(all.isEmpty() ? "" : " ");
      int start = all.length();
      all.append(word.text());
      if (word.weight() != 1) {
        weights.add(new WordWeight(start, all.length(), word.weight()));
      }
    }
    return new QueryText(all.toString(), weights);
  }
}
