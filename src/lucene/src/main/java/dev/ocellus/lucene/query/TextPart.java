package dev.ocellus.lucene.query;

import dev.ocellus.lucene.text.EncodedText;
import java.util.List;

/**
 * A text that describes photos. A photo fits it with the probability that the query's fusion gives
 * its features.
 *
 * @param words its lemmas, as {@link LemmaGroup#of} reads them; may be empty
 * @param text its vectors, of the dimensions of the index's
 * @param evidence what of a photo it is held against; features of the rest are missing
 */
public record TextPart(List<LemmaGroup> words, EncodedText text, PartEvidence evidence)
    implements QueryPart {

  public TextPart {
    words = List.copyOf(words);
  }

  /** A text held against pictures and captions. */
  public TextPart(List<LemmaGroup> words, EncodedText text) {
    this(words, text, PartEvidence.BOTH);
  }

  @Override
  public String toString() {
    return "words="
        + words.stream().map(TextPart::name).toList()
        + ", vector="
        + text.imageVector()[0]
        + ",..."
        + (evidence == PartEvidence.BOTH ? "" : ", evidence=" + evidence);
  }

  private static String name(LemmaGroup word) {
    String lemmas = String.join("|", word.lemmas());
    return word.weight() == 1 ? lemmas : lemmas + "^" + word.weight();
  }
}
