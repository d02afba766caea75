package dev.ocellus.lucene.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads an unknown word as the words that it may have been meant for: one letter left out, too
 * many, wrong, or swapped with the next. A short word is one letter away from too many others.
 */
final class Misspellings {

  private static final int SHORTEST_WORD = 6;

  /** From this length on a form may have a shorter lemma: children, child. */
  private static final int SHORTEST_INFLECTED = 7;

  private static final int BEGINNING = 3;

  private static final int LONGEST_WORD = 30;

  /** Unknown words of a text that are looked at; ordinary texts have fewer. */
  private static final int MOST_WORDS = 32;

  private final WordReader reader;
  private final Set<String> lemmas;
  private final List<Character> letters;

  /** How the lemmas begin, and so do nearly all of their forms: what begins otherwise is none. */
  private final Set<String> beginnings;

  /**
   * @param lemmas that the policy knows; nothing else needs to be found
   */
  Misspellings(WordReader reader, Set<String> lemmas) {
    this.reader = reader;
    this.lemmas = Set.copyOf(lemmas);
    Set<Character> used = new LinkedHashSet<>();
    lemmas.forEach(lemma -> lemma.chars().forEach(c -> used.add((char) c)));
    this.letters = List.copyOf(used);
    this.beginnings = lemmas.stream().map(Misspellings::beginning).collect(Collectors.toSet());
  }

  /** The words, the unknown ones put right where they can be. */
  List<Word> correct(List<Word> words) {
    List<Word> corrected = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Word word : words) {
      boolean candidate =
          word.unknown()
              && word.form().length() >= SHORTEST_WORD - 1
              && word.form().length() <= LONGEST_WORD
              && (seen.contains(word.form()) || seen.size() < MOST_WORDS);
      if (candidate) {
        seen.add(word.form());
        Set<String> meant = meant(word.form());
        if (!meant.isEmpty()) {
          corrected.add(
              new Word(word.position(), word.start(), word.end(), meant, word.form(), false));
          continue;
        }
      }
      corrected.add(word);
    }
    return corrected;
  }

  private Set<String> meant(String form) {
    Set<String> meant = new LinkedHashSet<>();
    Set<String> near = oneEditAway(form);
    near.removeIf(word -> !beginnings.contains(beginning(word)));
    for (Word word : reader.words(Reading.of(String.join(" ", near)))) {
      for (String lemma : word.lemmas()) {
        int length = word.form().length();
        boolean longEnough =
            length >= SHORTEST_INFLECTED
                || (length >= SHORTEST_WORD && lemma.length() >= SHORTEST_WORD);
        if (longEnough && lemmas.contains(lemma)) {
          meant.add(lemma);
        }
      }
    }
    return meant;
  }

  private static String beginning(String word) {
    return word.substring(0, Math.min(BEGINNING, word.length()));
  }

  private Set<String> oneEditAway(String form) {
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i <= form.length(); i++) {
      String before = form.substring(0, i);
      String after = form.substring(i);
      for (char letter : letters) {
        words.add(before + letter + after);
        if (!after.isEmpty()) {
          words.add(before + letter + after.substring(1));
        }
      }
      if (!after.isEmpty()) {
        words.add(before + after.substring(1));
      }
      if (after.length() > 1) {
        words.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
      }
    }
    return words;
  }
}
