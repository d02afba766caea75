package dev.ocellus.encode;

import java.util.Arrays;
import java.util.Locale;

/**
 * A text as a tokenizer gets it, which counts in code points.
 *
 * @param text without half surrogate pairs, which are no characters and have no UTF-8 form: they
 *     become U+FFFD; lower-cased where the model wants it
 * @param charOf for each of its code points, and its end, the index of the {@code char} of the
 *     original text that it came from
 */
record TokenizerInput(String text, int[] charOf) {

  /** Prepares a text. */
  static TokenizerInput of(String original, boolean lowerCase) {
    var text = new StringBuilder(original.length());
    int[] charOf = new int[original.length() + 1];
    int count = 0;
    for (int at = 0; at < original.length(); ) {
      int codePoint = original.codePointAt(at);
      // Each character by itself, as tokenizers do: a final sigma is like any other.
      String prepared =
          Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint)
              ? "\uFFFD"
              : lowerCase
                  ? Character.toString(codePoint).toLowerCase(Locale.ROOT)
                  : Character.toString(codePoint);
      text.append(prepared);
      int codePoints = prepared.codePointCount(0, prepared.length());
      if (count + codePoints >= charOf.length) {
        charOf = Arrays.copyOf(charOf, 2 * charOf.length + codePoints);
      }
      Arrays.fill(charOf, count, count + codePoints, at);
      count += codePoints;
      at += Character.charCount(codePoint);
    }
    charOf = Arrays.copyOf(charOf, count + 1);
    charOf[count] = original.length();
    return new TokenizerInput(text.toString(), charOf);
  }

  /** The {@code char} that a span of code points starts at. */
  int start(int codePoint) {
    return charOf[codePoint];
  }

  /** The index behind the last {@code char} of a span; of one that became several, it is whole. */
  int end(int startCodePoint, int endCodePoint) {
    int end = endCodePoint;
    while (end > startCodePoint && end < charOf.length - 1 && charOf[end] == charOf[end - 1]) {
      end++;
    }
    return charOf[end];
  }
}
