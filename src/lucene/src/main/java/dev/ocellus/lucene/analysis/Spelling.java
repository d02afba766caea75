package dev.ocellus.lucene.analysis;

import java.util.List;
import java.util.Map;

/**
 * What people type for the letters of a language when their keyboard lacks them.
 *
 * @param letters typed letter, or two, to the letters of the dictionary that it may stand for; a
 *     letter may always stand for itself
 */
record Spelling(Map<String, List<String>> letters) {

  /** Typed as written. */
  static final Spelling EXACT = new Spelling(Map.of());

  static final Spelling GERMAN =
      new Spelling(
          Map.of(
              "a", List.of("ä"),
              "o", List.of("ö"),
              "u", List.of("ü"),
              "ae", List.of("ä"),
              "oe", List.of("ö"),
              "ue", List.of("ü"),
              "ss", List.of("ß"),
              "ß", List.of("ss")));

  static final Spelling FRENCH =
      new Spelling(
          Map.of(
              "a", List.of("à", "â"),
              "c", List.of("ç"),
              "e", List.of("é", "è", "ê", "ë"),
              "i", List.of("î", "ï"),
              "o", List.of("ô"),
              "u", List.of("ù", "û", "ü"),
              "oe", List.of("œ"),
              "ae", List.of("æ")));

  static final Spelling RUSSIAN = new Spelling(Map.of("е", List.of("ё"), "ё", List.of("е")));

  /** The longest typed string that stands for another. */
  static final int LONGEST = 2;

  /** What these typed letters may stand for beside themselves. */
  List<String> written(String typed) {
    return letters.getOrDefault(typed, List.of());
  }
}
