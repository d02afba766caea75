package dev.ocellus.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * One vector for each token of a text, in the order of the text, special tokens left out. A text
 * longer than the model's context ends where it was cut; one without a letter has no tokens.
 *
 * @param spans where each token stands in the text
 * @param vectors one row a token, as the model's last layer gave it: not of unit length; not copied
 */
public record TokenEmbeddings(List<TokenSpan> spans, float[][] vectors) {

  public TokenEmbeddings {
    spans = List.copyOf(spans);
    if (spans.size() != vectors.length) {
      throw new IllegalArgumentException(
          "%d spans, but %d vectors".formatted(spans.size(), vectors.length));
    }
  }

  /** Number of tokens. */
  public int size() {
    return vectors.length;
  }

  /**
   * The same by words: a word's vector is the mean of its tokens' vectors, its span reaches from
   * its first token to its last.
   */
  public TokenEmbeddings byWord() {
    List<TokenSpan> words = new ArrayList<>();
    List<float[]> means = new ArrayList<>();
    int from = 0;
    while (from < size()) {
      int to = from + 1;
      while (to < size() && spans.get(to).word() == spans.get(from).word()) {
        to++;
      }
      TokenSpan first = spans.get(from);
      words.add(new TokenSpan(first.start(), spans.get(to - 1).end(), first.word()));
      means.add(mean(from, to));
      from = to;
    }
    return new TokenEmbeddings(words, means.toArray(float[][]::new));
  }

  private float[] mean(int from, int to) {
    float[] mean = vectors[from].clone();
    for (int token = from + 1; token < to; token++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vectors[token][i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= to - from;
    }
    return mean;
  }
}
