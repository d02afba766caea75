package dev.ocellus.encode;

/**
 * Where a token, or a word, stands in its text.
 *
 * @param start index of its first {@code char} in the text
 * @param end index behind its last {@code char}; tokenizers that mark words by the space before
 *     them count that space in
 * @param word the word that it belongs to, counted from 0 in the order of the text; what a
 *     tokenizer splits at spaces and punctuation, so that "don't" may be three words
 */
public record TokenSpan(int start, int end, int word) {

  public TokenSpan {
    if (start < 0 || end < start || word < 0) {
      throw new IllegalArgumentException(
          "a span needs 0 <= start <= end and word >= 0, got [%d, %d) of word %d"
              .formatted(start, end, word));
    }
  }
}
