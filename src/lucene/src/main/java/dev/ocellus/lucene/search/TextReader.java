package dev.ocellus.lucene.search;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.PartEvidence;
import dev.ocellus.lucene.query.TextPart;
import dev.ocellus.lucene.syntax.DescribingText;
import dev.ocellus.lucene.syntax.WeightedText;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.WordWeight;
import java.util.ArrayList;
import java.util.List;

/** Analyzes and encodes the texts of a query. */
final class TextReader {

  private final PhotoSearcher photos;
  private long nanos;

  TextReader(PhotoSearcher photos) {
    this.photos = photos;
  }

  /** What encoding took so far. */
  long nanos() {
    return nanos;
  }

  /**
   * A text of a parsed query. An unwanted one is held against pictures alone, unless it says
   * otherwise: captions that say it are out by the condition.
   */
  TextPart read(DescribingText text) {
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
    String whole = all.toString();
    List<LemmaGroup> words =
        LemmaGroup.of(
            photos.analyzer(), PhotoSchema.CAPTION, whole, weights, PhotoSearcher.MAX_WORDS);
    long start = System.nanoTime();
    EncodedText encoded = photos.encode(whole, weights);
    nanos += System.nanoTime() - start;
    return new TextPart(words, encoded, evidence(text));
  }

  private static PartEvidence evidence(DescribingText text) {
    return switch (text.evidence()) {
      case BOTH -> text.unwanted() ? PartEvidence.PICTURE : PartEvidence.BOTH;
      case PICTURE -> PartEvidence.PICTURE;
      case CAPTIONS -> PartEvidence.CAPTIONS;
    };
  }
}
