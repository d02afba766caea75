package dev.ocellus.lucene.analysis;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * What tells a language in Latin letters: its stop words, its dictionary if there is one, and its
 * letters beyond a to z.
 *
 * @param code ISO 639-1
 */
record LatinLanguage(
    String code, CharArraySet stopWords, String letters, @Nullable DictionaryWords dictionary) {

  /** A dictionary that lacks a word is evidence against its language. */
  private static final double UNKNOWN = -1.5;

  /** A letter that the language does not have, once a word. */
  private static final double FOREIGN_LETTER = -1.5;

  /** A letter of the language's own, once a word. */
  private static final double OWN_LETTER = 0.5;

  /** A name, or a word of another language in it. */
  private static final double CAPITALISED = 0.5;

  /** The dictionary has it with diacritics that were not typed, or has its parts. */
  static final double RESTORED = 0.25;

  private static final int SHORTEST_COMPOUND = 7;

  /**
   * What a word, as it stands, says for the language: 1 if it has the word, less than 0 if it
   * cannot have it.
   */
  double evidence(String lowerCase) {
    if (stopWords.contains(lowerCase)) {
      return 1;
    }
    if (dictionary == null) {
      return letters(lowerCase);
    }
    if (dictionary.has(lowerCase)) {
      return 1;
    }
    if (!dictionary.exact(lowerCase).isEmpty()) {
      return capitalisesNouns() ? 1 : CAPITALISED;
    }
    return UNKNOWN + letters(lowerCase);
  }

  /** What is to be added to the evidence of a word that the language has in another spelling. */
  double gain(String lowerCase) {
    if (dictionary == null
        || stopWords.contains(lowerCase)
        || !dictionary.exact(lowerCase).isEmpty()) {
      return 0;
    }
    boolean restored =
        !dictionary.forms(lowerCase).isEmpty()
            || (capitalisesNouns()
                && lowerCase.length() >= SHORTEST_COMPOUND
                && !new Compounds(dictionary).split(lowerCase).isEmpty());
    return restored ? RESTORED - UNKNOWN - letters(lowerCase) : 0;
  }

  /** Above 0 if a word has letters of the language's own, below 0 if it has others'. */
  private double letters(String word) {
    boolean own = false;
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (letter > 'z') {
        if (letters.indexOf(letter) < 0) {
          return FOREIGN_LETTER;
        }
        own = true;
      }
    }
    return own ? OWN_LETTER : 0;
  }

  /** Whether common nouns begin with a capital letter, also in the dictionary. */
  boolean capitalisesNouns() {
    return code.equals("de");
  }

  /** In the order in which a text is taken to be theirs if nothing tells. */
  static List<LatinLanguage> all() {
    return List.of(
        new LatinLanguage(
            "en", EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, "", DictionaryLanguage.ENGLISH.words()),
        new LatinLanguage(
            "de", GermanAnalyzer.getDefaultStopSet(), "äöüß", DictionaryLanguage.GERMAN.words()),
        new LatinLanguage(
            "fr",
            FrenchAnalyzer.getDefaultStopSet(),
            "àâæçéèêëîïôœùûüÿ",
            DictionaryLanguage.FRENCH.words()),
        new LatinLanguage("es", SpanishAnalyzer.getDefaultStopSet(), "áéíñóúü", null),
        new LatinLanguage("it", ItalianAnalyzer.getDefaultStopSet(), "àèéìòù", null),
        new LatinLanguage("pt", PortugueseAnalyzer.getDefaultStopSet(), "áâãàçéêíóôõú", null),
        new LatinLanguage("nl", DutchAnalyzer.getDefaultStopSet(), "éëïöü", null),
        new LatinLanguage("sv", SwedishAnalyzer.getDefaultStopSet(), "åäöé", null),
        new LatinLanguage("no", NorwegianAnalyzer.getDefaultStopSet(), "åæøé", null),
        new LatinLanguage("da", DanishAnalyzer.getDefaultStopSet(), "åæøé", null),
        new LatinLanguage("fi", FinnishAnalyzer.getDefaultStopSet(), "åäö", null),
        new LatinLanguage("hu", HungarianAnalyzer.getDefaultStopSet(), "áéíóöőúüű", null),
        new LatinLanguage("ro", RomanianAnalyzer.getDefaultStopSet(), "ăâîșşțţ", null),
        new LatinLanguage("tr", TurkishAnalyzer.getDefaultStopSet(), "çğıöşü", null),
        new LatinLanguage("cs", CzechAnalyzer.getDefaultStopSet(), "áčďéěíňóřšťúůýž", null));
  }
}
