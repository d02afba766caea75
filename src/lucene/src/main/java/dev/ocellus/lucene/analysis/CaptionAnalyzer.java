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
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * The analyzer of captions and queries in a language: dictionary lemmas for English, Russian,
 * German and French, Lucene's stemmers for the others.
 *
 * @param language ISO 639-1
 * @param name what an index records of it; changes whenever the analyzer's output would
 * @param analyzer to be used for indexing and searching alike
 */
public record CaptionAnalyzer(String language, String name, Analyzer analyzer) {

  private static final int LEMMA_VERSION = 2;

  private static final Map<String, Supplier<Analyzer>> ANALYZERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("en", () -> new LemmaAnalyzer(DictionaryLanguage.ENGLISH)),
              Map.entry("ru", () -> new LemmaAnalyzer(DictionaryLanguage.RUSSIAN)),
              Map.entry("de", () -> new LemmaAnalyzer(DictionaryLanguage.GERMAN)),
              Map.entry("fr", () -> new LemmaAnalyzer(DictionaryLanguage.FRENCH)),
              Map.entry("ar", ArabicAnalyzer::new),
              Map.entry("cs", CzechAnalyzer::new),
              Map.entry("da", DanishAnalyzer::new),
              Map.entry("el", GreekAnalyzer::new),
              Map.entry("es", SpanishStemAnalyzer::new),
              Map.entry("fi", FinnishAnalyzer::new),
              Map.entry("hi", HindiAnalyzer::new),
              Map.entry("hu", HungarianAnalyzer::new),
              Map.entry("it", () -> new FoldingAnalyzer(new ItalianAnalyzer())),
              Map.entry("ja", CJKAnalyzer::new),
              Map.entry("ko", CJKAnalyzer::new),
              Map.entry("nl", DutchAnalyzer::new),
              Map.entry("no", NorwegianAnalyzer::new),
              Map.entry("pt", () -> new FoldingAnalyzer(new PortugueseAnalyzer())),
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
    int version = made instanceof LemmaAnalyzer ? LEMMA_VERSION : 1;
    String name = code + "-" + made.getClass().getSimpleName() + "-" + version;
    return new CaptionAnalyzer(code, name, new SeparateValues(made));
  }

  /**
   * The analyzer that an index recorded.
   *
   * @param index its name in messages
   * @throws IndexException if another version made it, whose words are not this one's
   */
  public static CaptionAnalyzer recorded(String index, String language, String name) {
    CaptionAnalyzer analyzer = of(language);
    if (!analyzer.name().equals(name)) {
      throw new IndexException(
          "%s was built with caption analyzer %s, this Ocellus has %s; index the photos anew"
              .formatted(index, name, analyzer.name()));
    }
    return analyzer;
  }
}
