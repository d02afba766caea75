package dev.ocellus.lucene.query;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.Subject;
import dev.ocellus.lucene.text.TokenMatch;
import dev.ocellus.lucene.text.TokenVectors;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/**
 * The features of one segment's captions that come from their tokens and subjects. Reads forward
 * only. Used by one thread.
 */
final class CaptionTexts {

  private final EncodedText query;
  private final @Nullable TokenMatch match;
  private final @Nullable BinaryDocValues tokens;
  private final @Nullable NumericDocValues subjects;
  private final boolean[] wanted = new boolean[Subject.values().length];
  private final int[] mentions = new int[Subject.values().length];

  private CaptionTexts(
      EncodedText query, @Nullable BinaryDocValues tokens, @Nullable NumericDocValues subjects) {
    this.query = query;
    TokenVectors vectors = query.tokens();
    this.match = vectors == null || tokens == null ? null : new TokenMatch(vectors);
    this.tokens = tokens;
    this.subjects = subjects;
    query.subjects().forEach(subject -> wanted[subject.ordinal()] = true);
  }

  static CaptionTexts of(LeafReaderContext leaf, EncodedText query, PhotoLayout layout)
      throws IOException {
    return new CaptionTexts(
        query,
        leaf.reader().getBinaryDocValues(layout.captionTokens()),
        LeafNumbers.of(leaf.reader(), layout.captionSubjects()));
  }

  /**
   * Fills in the features of a photo's captions.
   *
   * @param first document of its first caption
   * @param end document behind its last: the photo
   * @param count number of its captions; documents between that are none have no values
   */
  void extract(int first, int end, int count, float[] features) throws IOException {
    matchTokens(first, end, features);
    compareSubjects(first, end, count, features);
  }

  private void matchTokens(int first, int end, float[] features) throws IOException {
    if (match == null || tokens == null) {
      return;
    }
    match.clear();
    for (int caption = first; caption < end; caption++) {
      if (tokens.advanceExact(caption)) {
        match.add(tokens.binaryValue());
      }
    }
    if (match.isKnown()) {
      features[Feature.TOKEN_RECALL.ordinal()] = match.recall();
      features[Feature.TOKEN_PRECISION.ordinal()] = match.precision();
      features[Feature.TOKEN_GAP.ordinal()] = match.gap();
      features[Feature.PERSONS.ordinal()] = match.recallOf(query.persons());
      features[Feature.ANIMALS.ordinal()] = match.recallOf(query.animals());
    }
  }

  private void compareSubjects(int first, int end, int count, float[] features) throws IOException {
    Arrays.fill(mentions, 0);
    for (int caption = first; caption < end && subjects != null; caption++) {
      if (subjects.advanceExact(caption)) {
        long bits = subjects.longValue();
        for (int subject = 0; subject < mentions.length; subject++) {
          mentions[subject] += (int) (bits >> subject & 1);
        }
      }
    }
    float missing = 0;
    float extra = 0;
    for (int subject = 0; subject < mentions.length; subject++) {
      float share = mentions[subject] / (float) count;
      if (wanted[subject]) {
        missing += 1 - share;
      } else {
        extra += share;
      }
    }
    features[Feature.SUBJECTS_MISSING.ordinal()] = missing;
    features[Feature.SUBJECTS_EXTRA.ordinal()] = extra;
  }
}
