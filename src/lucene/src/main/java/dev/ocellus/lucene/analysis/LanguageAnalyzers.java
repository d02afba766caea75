package dev.ocellus.lucene.analysis;

import java.util.Map;
import java.util.TreeMap;
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
 * The analyzers by language: dictionary lemmas for English, Russian, German and French, Lucene's
 * stemmers for the others.
 */
final class LanguageAnalyzers {

  /** What makes the analyzer of a language, ISO 639-1. */
  static final Map<String, Supplier<Analyzer>> ALL =
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

  private LanguageAnalyzers() {}
}
