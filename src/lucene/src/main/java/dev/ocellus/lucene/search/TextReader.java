package dev.ocellus.lucene.search;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.expand.Expander;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.PartEvidence;
import dev.ocellus.lucene.query.TextPart;
import dev.ocellus.lucene.syntax.DescribingText;
import dev.ocellus.lucene.syntax.WeightedText;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.WordWeight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Analyzes and encodes the texts of a query. */
final class TextReader {

  private final PhotoSearcher photos;
  private final @Nullable Expander expander;
  private long nanos;

  /**
   * @param expander finds other words for the texts' own, or null
   */
  TextReader(PhotoSearcher photos, @Nullable Expander expander) {
    this.photos = photos;
    this.expander = expander;
  }

  /** What encoding took so far. */
  long nanos() {
    return nanos;
  }

  /** A text of a parsed query. */
  TextPart read(DescribingText text) throws IOException {
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
            photos.queryAnalyzer(), PhotoSchema.CAPTION, whole, weights, PhotoSearcher.MAX_WORDS);
    if (expander != null) {
      words = expander.expand(words, photos.searcher().getIndexReader());
    }
    long start = System.nanoTime();
    EncodedText encoded = photos.encode(whole, weights);
    nanos += System.nanoTime() - start;
    return new TextPart(words, encoded, evidence(text));
  }

  private static PartEvidence evidence(DescribingText text) {
    return switch (text.evidence()) {
      case BOTH -> PartEvidence.BOTH;
      case PICTURE -> PartEvidence.PICTURE;
      case CAPTIONS -> PartEvidence.CAPTIONS;
    };
  }
}
