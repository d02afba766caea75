package dev.ocellus.lucene.highlight;

/**
 * A stretch of a text, in UTF-16 code units, as Java and JavaScript count.
 *
 * @param start index of its first code unit
 * @param end index behind its last, above {@code start}
 */
public record Span(int start, int end) {

  /**
   * @throws IllegalArgumentException if it is empty or begins before the text
   */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no span from " + start + " to " + end);
    }
  }
}
