package dev.ocellus.lucene.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import morfologik.fsa.FSA;
import morfologik.stemming.Dictionary;

/**
 * The words of a dictionary, found however they are typed: lower-case for capitalised ones, and
 * without their diacritics. Immutable, safe for use by several threads.
 */
final class DictionaryWords {

  /** Spellings of one typed word; an unaccented word has a handful. */
  private static final int MOST_FORMS = 16;

  private final Dictionary dictionary;
  private final FSA automaton;
  private final Charset charset;
  private final byte separator;
  private final Spelling spelling;

  DictionaryWords(Dictionary dictionary, Spelling spelling) {
    this.dictionary = dictionary;
    this.automaton = dictionary.fsa;
    this.charset = Charset.forName(dictionary.metadata.getEncoding());
    this.separator = dictionary.metadata.getSeparator();
    this.spelling = spelling;
  }

  /**
   * @param resource on the class path: a morfologik dictionary ({@code .dict}, with its {@code
   *     .info} beside it)
   */
  static DictionaryWords read(String resource, Spelling spelling) {
    ClassLoader loader = DictionaryWords.class.getClassLoader();
    try (InputStream automaton = loader.getResourceAsStream(resource);
        InputStream metadata =
            loader.getResourceAsStream(resource.replaceFirst("\\.dict$", ".info"))) {
      if (automaton == null || metadata == null) {
        throw new IllegalStateException(
            "dictionary " + resource + " is missing from the class path");
      }
      return new DictionaryWords(Dictionary.read(automaton, metadata), spelling);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the dictionary " + resource, e);
    }
  }

  Dictionary dictionary() {
    return dictionary;
  }

  /** Whether it has a word as it stands. */
  boolean has(String word) {
    return isWord(follow(automaton.getRootNode(), word));
  }

  /**
   * The dictionary's words that a typed one may mean: the word itself, capitalised or not; failing
   * that, those that differ in diacritics alone.
   *
   * @param lowerCase at least one letter
   * @return none if the dictionary lacks it
   */
  List<String> forms(String lowerCase) {
    String word = Normalizer.normalize(lowerCase, Normalizer.Form.NFC);
    List<String> exact = exact(word);
    if (!exact.isEmpty() || spelling.letters().isEmpty()) {
      return exact;
    }
    Set<String> found = new LinkedHashSet<>();
    search(automaton.getRootNode(), word, 0, "", found);
    return List.copyOf(found);
  }

  /** The dictionary's words that differ from this one in a capital letter at most. */
  List<String> exact(String word) {
    List<String> forms = new ArrayList<>(2);
    for (String form : List.of(word, capitalised(word))) {
      if (has(form) && !forms.contains(form)) {
        forms.add(form);
      }
    }
    return forms;
  }

  private static String capitalised(String word) {
    int end = word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toUpperCase(java.util.Locale.ROOT) + word.substring(end);
  }

  /** Follows every spelling of the rest of a word as far as the automaton has it. */
  private void search(int node, String word, int from, String soFar, Set<String> found) {
    if (found.size() >= MOST_FORMS || node == 0) {
      return;
    }
    if (from == word.length()) {
      if (isWord(node)) {
        found.add(soFar);
      }
      return;
    }
    for (int length = 1; length <= Math.min(Spelling.LONGEST, word.length() - from); length++) {
      String typed = word.substring(from, from + length);
      List<String> written = new ArrayList<>(spelling.written(typed));
      if (length == 1) {
        written.add(typed);
      }
      for (String letters : written) {
        search(follow(node, letters), word, from + length, soFar + letters, found);
        if (from == 0) {
          String capital = capitalised(letters);
          search(follow(node, capital), word, length, capital, found);
        }
      }
    }
  }

  /** The node behind these letters, or 0 where there is none. */
  private int follow(int node, String letters) {
    int at = node;
    for (byte label : letters.getBytes(charset)) {
      int arc = at == 0 ? 0 : automaton.getArc(at, label);
      at = arc == 0 || automaton.isArcTerminal(arc) ? 0 : automaton.getEndNode(arc);
    }
    return at;
  }

  /** Behind a word the automaton goes on with the separator and the lemma. */
  private boolean isWord(int node) {
    return node != 0 && automaton.getArc(node, separator) != 0;
  }
}
