package dev.ocellus.lucene.analysis;

import dev.ocellus.lucene.IndexException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;

/**
 * How captions and queries are read in a language: by dictionary lemmas in English, Russian, German
 * and French, by Lucene's stemmers in the others; or each in the language that it is in.
 *
 * @param language ISO 639-1, or {@link #AUTO}
 * @param name what an index records of it; changes whenever the analyzer's output would
 * @param analyzer of captions
 * @param queryAnalyzer of queries: the same, but for {@link #AUTO}, where a query is read in every
 *     language that it may be in
 * @param languageOf a text's language, ISO 639-1: {@code language} itself, but for {@link #AUTO}
 */
public record CaptionAnalyzer(
    String language,
    String name,
    Analyzer analyzer,
    Analyzer queryAnalyzer,
    UnaryOperator<String> languageOf) {

  /** Stands for the language of each caption, as {@link LanguageDetector} tells it. */
  public static final String AUTO = "auto";

  private static final int LEMMA_VERSION = 2;
  private static final int STEM_VERSION = 1;
  private static final int AUTO_VERSION = 1;

  /** The languages that {@link #of} knows beside {@link #AUTO}, ISO 639-1, sorted. */
  public static SortedSet<String> languages() {
    return new TreeSet<>(LanguageAnalyzers.ALL.keySet());
  }

  /**
   * The analyzer of a language.
   *
   * @param language ISO 639-1, or {@link #AUTO}; in letters of any case
   * @throws IndexException if the language is unknown
   */
  public static CaptionAnalyzer of(String language) {
    String code = language.toLowerCase(Locale.ROOT);
    if (code.equals(AUTO)) {
      return auto();
    }
    Supplier<Analyzer> analyzer = LanguageAnalyzers.ALL.get(code);
    if (analyzer == null) {
      throw new IndexException(
          "unknown language %s; known: %s, and %s"
              .formatted(language, String.join(", ", languages()), AUTO));
    }
    Analyzer made = analyzer.get();
    int version = made instanceof LemmaAnalyzer ? LEMMA_VERSION : STEM_VERSION;
    String name = code + "-" + made.getClass().getSimpleName() + "-" + version;
    Analyzer separate = new SeparateValues(made);
    return new CaptionAnalyzer(code, name, separate, separate, text -> code);
  }

  private static CaptionAnalyzer auto() {
    AnyLanguage any = new AnyLanguage(language -> of(language).analyzer());
    return new CaptionAnalyzer(
        AUTO,
        "%s-%s-%d.%d.%d"
            .formatted(
                AUTO, AnyLanguage.class.getSimpleName(), AUTO_VERSION, LEMMA_VERSION, STEM_VERSION),
        new SeparateValues(any.captions()),
        any.queries(),
        any.detector()::detect);
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
