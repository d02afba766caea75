package dev.ocellus.lucene.syntax;

/**
 * Hides from Lucene's grammar the characters that are not meant as syntax: each becomes one of
 * Unicode's noncharacters, which no text contains, and turns back when the grammar has done its
 * work. Escaping would do as well, but move the columns.
 */
final class Disguise {

  /** What may be hidden: the grammar's characters and the first letters of its words. */
  private static final String HIDDEN = "+-!(){}[]^\"~*?:\\/AON&|";

  /** Characters that may be syntax by themselves. */
  private static final String SPECIAL = "+-!(){}[]^\"~*?:\\/";

  /** U+FDD0 to U+FDEF are 32 noncharacters. */
  private static final char FIRST = '\uFDD0';

  private static final char LAST = '\uFDEF';

  private Disguise() {}

  static boolean isSpecial(char c) {
    return SPECIAL.indexOf(c) >= 0;
  }

  /** The same text without noncharacters of its own. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      if (clean.charAt(i) >= FIRST && clean.charAt(i) <= LAST) {
        clean.setCharAt(i, '\uFFFD');
      }
    }
    return clean.toString();
  }

  /** What stands for a character; the character itself if it needs no disguise. */
  static char hide(char c) {
    int index = HIDDEN.indexOf(c);
    return index < 0 ? c : (char) (FIRST + index);
  }

  /** The text with what was hidden. */
  static String reveal(String text) {
    return reveal(text, "");
  }

  /** The pattern with what was hidden, so that it stands for itself. */
  static String revealInPattern(String pattern) {
    return reveal(pattern, "\\");
  }

  private static String reveal(String text, String before) {
    StringBuilder revealed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST && c <= LAST) {
        revealed.append(before).append(HIDDEN.charAt(c - FIRST));
      } else {
        revealed.append(c);
      }
    }
    return revealed.toString();
  }
}
