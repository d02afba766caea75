package dev.ocellus.lucene.suggest;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Puts words side by side, with a space in the scripts that have one. */
final class Spaces {

  private static final Set<UnicodeScript> WITHOUT =
      Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.THAI);

  private Spaces() {}

  static void append(StringBuilder text, String word) {
    if (!text.isEmpty()
        && !(isWithout(text.codePointBefore(text.length())) && isWithout(word.codePointAt(0)))) {
      text.append(' ');
    }
    text.append(word);
  }

  private static boolean isWithout(int character) {
    return WITHOUT.contains(UnicodeScript.of(character));
  }
}
