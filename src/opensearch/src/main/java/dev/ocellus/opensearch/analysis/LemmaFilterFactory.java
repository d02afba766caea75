package dev.ocellus.opensearch.analysis;

import dev.ocellus.lucene.analysis.LemmaFilter;
import org.apache.lucene.analysis.TokenStream;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.analysis.AbstractTokenFilterFactory;

/**
 * Token filter {@code ocellus_lemma}: words, which a filter before it has put into lower case, to
 * their lemmas. Its setting {@code language} is the English name or the code of one of {@link
 * LemmaFilter#languages}, English by default.
 */
final class LemmaFilterFactory extends AbstractTokenFilterFactory {

  private final String language;

  LemmaFilterFactory(IndexSettings index, String name, Settings settings) {
    super(index, name, settings);
    this.language = CaptionAnalysis.dictionaryLanguage(settings.get("language", "english"));
  }

  @Override
  public TokenStream create(TokenStream words) {
    return LemmaFilter.lemmas(language, words);
  }

  @Override
  public TokenStream normalize(TokenStream words) {
    return LemmaFilter.normalize(language, words);
  }
}
