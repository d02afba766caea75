package dev.ocellus.lucene.analysis;

import dev.ocellus.lucene.IndexException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * The analyzer of captions and queries in a language: dictionary lemmas for English and Russian,
 * Lucene's own stemming analyzers for the others.
 *
 * @param language ISO 639-1
 * @param name what an index records of it; changes whenever the analyzer's output would
 * @param analyzer to be used for indexing and searching alike
 */
public record CaptionAnalyzer(String language, String name, Analyzer analyzer) {

  private static final Map<String, Supplier<Analyzer>> ANALYZERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "en",
                  () ->
                      new LemmaAnalyzer(
                          "org/languagetool/resource/en/english.dict",
                          EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)),
              Map.entry(
                  "ru",
                  () ->
                      new LemmaAnalyzer(
                          "org/languagetool/resource/ru/russian.dict",
                          RussianAnalyzer.getDefaultStopSet())),
              Map.entry("ar", ArabicAnalyzer::new),
              Map.entry("cs", CzechAnalyzer::new),
              Map.entry("da", DanishAnalyzer::new),
              Map.entry("de", GermanAnalyzer::new),
              Map.entry("el", GreekAnalyzer::new),
              Map.entry("es", SpanishAnalyzer::new),
              Map.entry("fi", FinnishAnalyzer::new),
              Map.entry("fr", FrenchAnalyzer::new),
              Map.entry("hi", HindiAnalyzer::new),
              Map.entry("hu", HungarianAnalyzer::new),
              Map.entry("it", ItalianAnalyzer::new),
              Map.entry("ja", CJKAnalyzer::new),
              Map.entry("ko", CJKAnalyzer::new),
              Map.entry("nl", DutchAnalyzer::new),
              Map.entry("no", NorwegianAnalyzer::new),
              Map.entry("pt", PortugueseAnalyzer::new),
              Map.entry("ro", RomanianAnalyzer::new),
              Map.entry("sv", SwedishAnalyzer::new),
              Map.entry("tr", TurkishAnalyzer::new),
              Map.entry("zh", CJKAnalyzer::new)));

  /** The languages that {@link #of} knows, ISO 639-1, sorted. */
  public static SortedSet<String> languages() {
    return new TreeSet<>(ANALYZERS.keySet());
  }

  /**
   * The analyzer of a language.
   *
   * @throws IndexException if the language is unknown
   */
  public static CaptionAnalyzer of(String language) {
    String code = language.toLowerCase(Locale.ROOT);
    Supplier<Analyzer> analyzer = ANALYZERS.get(code);
    if (analyzer == null) {
      throw new IndexException(
          "unknown language " + language + "; known: " + String.join(", ", languages()));
    }
    Analyzer made = analyzer.get();
    return new CaptionAnalyzer(
        code, code + "-" + made.getClass().getSimpleName() + "-1", new SeparateValues(made));
  }
}
