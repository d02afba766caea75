package dev.ocellus.opensearch.analysis;

import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.analysis.LemmaFilter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.analysis.TokenFilterFactory;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;

/**
 * The analyzers {@code ocellus_english}, {@code ocellus_russian} and so on, one a language of
 * {@link CaptionAnalyzer}; {@code ocellus_auto} for captions that are each in a language of their
 * own, whose queries {@code ocellus_auto_search} reads; the token filter {@code ocellus_lemma}.
 */
public final class CaptionAnalysis {

  /** The token filter's name. */
  public static final String LEMMA = "ocellus_lemma";

  private static final String PREFIX = "ocellus_";

  private static final String ENGLISH = "en";

  /** Node-wide: dictionaries are read once, however many indexes there are. */
  private static final Map<String, Analyzer> ANALYZERS = create();

  private CaptionAnalysis() {}

  /** By name, in mappings and as {@code type} in index settings. */
  public static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> analyzers() {
    Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> providers = new TreeMap<>();
    ANALYZERS.forEach(
        (type, analyzer) ->
            providers.put(
                type, (index, environment, name, settings) -> new SharedAnalyzer(name, analyzer)));
    return providers;
  }

  /** By name, in index settings. */
  public static Map<String, AnalysisProvider<TokenFilterFactory>> tokenFilters() {
    return Map.of(
        LEMMA,
        (index, environment, name, settings) -> new LemmaFilterFactory(index, name, settings));
  }

  /**
   * The name of a language's analyzer.
   *
   * @param language ISO 639-1, one of {@link CaptionAnalyzer#languages}, or {@link
   *     CaptionAnalyzer#AUTO}
   */
  public static String analyzer(String language) {
    return PREFIX + (language.equals(CaptionAnalyzer.AUTO) ? language : english(language));
  }

  /**
   * The language that an analyzer of a mapping reads captions in, ISO 639-1 or {@link
   * CaptionAnalyzer#AUTO}; English for an analyzer that is none of these.
   */
  public static String language(@Nullable String analyzer) {
    return Stream.concat(CaptionAnalyzer.languages().stream(), Stream.of(CaptionAnalyzer.AUTO))
        .filter(language -> analyzer(language).equals(analyzer))
        .findFirst()
        .orElse(ENGLISH);
  }

  /** A language's English name in lower case: {@code english} for en. */
  static String english(String language) {
    return Locale.of(language).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
  }

  /** The language of that English name or code among those with a dictionary. */
  static String dictionaryLanguage(String name) {
    SortedSet<String> languages = LemmaFilter.languages();
    return languages.stream()
        .filter(language -> language.equals(name) || english(language).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "[%s] has no dictionary of language [%s]; there are %s"
                        .formatted(
                            LEMMA,
                            name,
                            languages.stream().map(CaptionAnalysis::english).toList())));
  }

  private static Map<String, Analyzer> create() {
    Map<String, Analyzer> analyzers = new TreeMap<>();
    for (String language : CaptionAnalyzer.languages()) {
      analyzers.put(analyzer(language), lazy(() -> CaptionAnalyzer.of(language).analyzer()));
    }
    String auto = analyzer(CaptionAnalyzer.AUTO);
    analyzers.put(auto, lazy(() -> CaptionAnalyzer.of(CaptionAnalyzer.AUTO).analyzer()));
    analyzers.put(
        auto + "_search", lazy(() -> CaptionAnalyzer.of(CaptionAnalyzer.AUTO).queryAnalyzer()));
    return analyzers;
  }

  private static Analyzer lazy(Supplier<Analyzer> analyzer) {
    return new LazyAnalyzer(analyzer);
  }
}
