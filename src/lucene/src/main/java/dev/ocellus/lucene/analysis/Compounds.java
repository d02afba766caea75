package dev.ocellus.lucene.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * Splits German compounds that the dictionary lacks into words that it has: "strandspaziergang" is
 * strand and spaziergang. The last part is a noun or an adjective, the parts before it are nouns,
 * with or without a linking s, adjectives or stems of verbs. Used by one thread.
 */
final class Compounds {

  private static final int SHORTEST_PART = 3;
  private static final int MOST_PARTS = 3;
  private static final int LONGEST_WORD = 64;
  private static final Set<String> HEADS = Set.of("SUB", "ADJ");
  private static final Set<String> MODIFIERS = Set.of("SUB", "ADJ");
  private static final Set<String> VERBS = Set.of("VER");

  private final DictionaryWords words;
  private final DictionaryLookup lookup;

  Compounds(DictionaryWords words) {
    this.words = words;
    this.lookup = new DictionaryLookup(words.dictionary());
  }

  /**
   * The parts of a word that the dictionary lacks: as few as can be, the last as long as can be.
   *
   * @return two parts or more, each a word of the dictionary; none if it has no such parts
   */
  List<String> split(String lowerCase) {
    if (lowerCase.length() > LONGEST_WORD || !words.forms(lowerCase).isEmpty()) {
      return List.of();
    }
    for (int parts = 2; parts <= MOST_PARTS; parts++) {
      List<String> found = split(lowerCase, parts);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<String> split(String word, int parts) {
    if (parts == 1) {
      return isA(word, HEADS) ? List.of(word) : List.of();
    }
    for (int end = SHORTEST_PART; end <= word.length() - SHORTEST_PART * (parts - 1); end++) {
      String modifier = modifier(word.substring(0, end));
      List<String> rest = modifier.isEmpty() ? List.of() : split(word.substring(end), parts - 1);
      if (!rest.isEmpty()) {
        List<String> found = new ArrayList<>();
        found.add(modifier);
        found.addAll(rest);
        return found;
      }
    }
    return List.of();
  }

  /** The word that stands in a compound like this, or an empty string. */
  private String modifier(String part) {
    if (isA(part, MODIFIERS)) {
      return part;
    }
    boolean linked = part.length() > SHORTEST_PART && part.endsWith("s");
    if (linked && isA(part.substring(0, part.length() - 1), Set.of("SUB"))) {
      return part.substring(0, part.length() - 1);
    }
    for (String ending : List.of("en", "n")) {
      if (isA(part + ending, VERBS)) {
        return part + ending;
      }
    }
    return "";
  }

  private boolean isA(String part, Set<String> kinds) {
    for (String form : words.exact(part)) {
      for (WordData entry : lookup.lookup(form)) {
        if (entry.getTag() != null && kinds.contains(kind(entry.getTag().toString()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The part of speech, with which the dictionary's tags begin. */
  private static String kind(String tag) {
    int colon = tag.indexOf(':');
    return colon < 0 ? tag : tag.substring(0, colon);
  }
}
