package dev.ocellus.lucene.analysis;

import dev.ocellus.lucene.IndexException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;

/**
 * Words to dictionary lemmas, as a step of any analyzer: all lemmas of a word at its position,
 * without diacritics; a word that the dictionary lacks is stemmed, in English it stays as it is.
 */
public final class LemmaFilter {

  private static final SortedMap<String, DictionaryLanguage> LANGUAGES =
      new TreeMap<>(
          Map.of(
              "en", DictionaryLanguage.ENGLISH,
              "ru", DictionaryLanguage.RUSSIAN,
              "de", DictionaryLanguage.GERMAN,
              "fr", DictionaryLanguage.FRENCH));

  private LemmaFilter() {}

  /** The languages with a dictionary, ISO 639-1, sorted. */
  public static SortedSet<String> languages() {
    return new TreeSet<>(LANGUAGES.keySet());
  }

  /**
   * Replaces words by their lemmas.
   *
   * @param language one of {@link #languages}
   * @param words in lower case
   * @throws IndexException if there is no dictionary of that language
   */
  public static TokenStream lemmas(String language, TokenStream words) {
    return lemmas(language(language), words);
  }

  /**
   * What becomes of a part of a word, which has no lemma: it loses its diacritics.
   *
   * @param language one of {@link #languages}
   * @param words in lower case
   * @throws IndexException if there is no dictionary of that language
   */
  public static TokenStream normalize(String language, TokenStream words) {
    return language(language).fold(words);
  }

  static TokenStream lemmas(DictionaryLanguage language, TokenStream words) {
    DictionaryWords dictionary = language.words();
    TokenStream stream = language.spell(words, dictionary);
    stream = new MorfologikFilter(stream, dictionary.dictionary());
    // Dictionaries write some lemmas with a capital letter, and one lemma once a part of speech.
    stream = new LowerCaseFilter(stream);
    stream = language.stem(new KnownWordFilter(stream));
    stream = language.fold(stream);
    return new RemoveDuplicatesTokenFilter(stream);
  }

  private static DictionaryLanguage language(String code) {
    DictionaryLanguage language = LANGUAGES.get(code);
    if (language == null) {
      throw new IndexException(
          "no dictionary of lemmas for %s; there are: %s"
              .formatted(code, String.join(", ", LANGUAGES.keySet())));
    }
    return language;
  }
}
