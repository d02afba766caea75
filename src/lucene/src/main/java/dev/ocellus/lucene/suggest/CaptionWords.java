package dev.ocellus.lucene.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Splits a text into words as people write them: inflected, with their capital letters, "T-shirt"
 * being one.
 */
final class CaptionWords {

  /** Longest word that is looked at; what is longer is no word. */
  private static final int LONGEST = 40;

  /**
   * A word where it stands.
   *
   * @param text as written
   * @param start of the word in the text
   * @param end after its last character
   * @param first whether it begins a text or comes after a sign that parts phrases
   */
  record Token(String text, int start, int end, boolean first) {}

  private static final Analyzer WORDS =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          return new TokenStreamComponents(new StandardTokenizer());
        }
      };

  private CaptionWords() {}

  static List<Token> of(String text) {
    List<Token> words = new ArrayList<>();
    // Lucene leaves a colon within a word, as Swedish writes it; here it is a field's.
    try (TokenStream tokens = WORDS.tokenStream("", text.replace(':', ' '))) {
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        int start = offset.startOffset();
        int end = offset.endOffset();
        Token last = words.isEmpty() ? null : words.getLast();
        if (last != null && isHyphen(text, last.end(), start)) {
          words.removeLast();
          words.add(token(text, last.start(), end, last.first()));
        } else {
          words.add(token(text, start, end, last == null || parts(text, last.end(), start)));
        }
      }
    } catch (IOException e) {
      throw new AssertionError("reading a string does no input", e);
    }
    words.removeIf(word -> word.text().length() > LONGEST);
    return words;
  }

  private static Token token(String text, int start, int end, boolean first) {
    return new Token(text.substring(start, end).replace('’', '\''), start, end, first);
  }

  private static boolean isHyphen(String text, int from, int to) {
    return to - from == 1 && (text.charAt(from) == '-' || text.charAt(from) == '‐');
  }

  private static boolean parts(String text, int from, int to) {
    return !text.substring(from, to).isBlank();
  }
}
