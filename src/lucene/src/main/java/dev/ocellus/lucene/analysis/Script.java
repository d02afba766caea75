package dev.ocellus.lucene.analysis;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The language that a text's letters tell by their script alone. */
final class Script {

  /** Of a script that several languages share, the one that has an analyzer here. */
  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.of(
          UnicodeScript.CYRILLIC, "ru",
          UnicodeScript.GREEK, "el",
          UnicodeScript.ARABIC, "ar",
          UnicodeScript.DEVANAGARI, "hi",
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.HIRAGANA, "ja",
          UnicodeScript.KATAKANA, "ja",
          UnicodeScript.HAN, "zh");

  /** Texts in other scripts quote names in Latin letters, which may be longer than they are. */
  private static final double LEAST_SHARE = 1 / 3.0;

  private Script() {}

  /** The language of a script that a third of the letters have; none if that is Latin. */
  static Optional<String> language(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
    // Japanese is written with Han characters too, but never without kana for long.
    if (letters.containsKey(UnicodeScript.HIRAGANA)
        || letters.containsKey(UnicodeScript.KATAKANA)) {
      letters.merge(
          UnicodeScript.HIRAGANA, letters.getOrDefault(UnicodeScript.HAN, 0), Integer::sum);
      letters.remove(UnicodeScript.HAN);
    }
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    return letters.entrySet().stream()
        .filter(script -> LANGUAGES.containsKey(script.getKey()))
        .max(Map.Entry.comparingByValue())
        .filter(script -> script.getValue() >= LEAST_SHARE * all)
        .map(script -> LANGUAGES.get(script.getKey()));
  }
}
