package dev.ocellus.indextools.cluster;

import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.util.Locale;

/** What the plugin calls the analyzers of {@link CaptionAnalyzer}. */
final class PluginAnalyzer {

  private static final String PREFIX = "ocellus_";

  private PluginAnalyzer() {}

  /**
   * @param language ISO 639-1, or {@link CaptionAnalyzer#AUTO}
   */
  static String name(String language) {
    String name =
        language.equals(CaptionAnalyzer.AUTO)
            ? language
            : Locale.of(language).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    return PREFIX + name;
  }
}
