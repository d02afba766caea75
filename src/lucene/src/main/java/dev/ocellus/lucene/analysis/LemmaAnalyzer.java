package dev.ocellus.lucene.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Lower-cased words without stop words, each replaced by its dictionary lemmas, as {@link
 * LemmaFilter} says: "geese" becomes goose; "leaves" becomes leave and leaf.
 */
final class LemmaAnalyzer extends Analyzer {

  private final DictionaryLanguage language;

  LemmaAnalyzer(DictionaryLanguage language) {
    this.language = language;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    StandardTokenizer tokenizer = new StandardTokenizer();
    TokenStream stream = language.trim(tokenizer);
    stream = new LowerCaseFilter(stream);
    stream = new StopFilter(stream, language.stopWords());
    return new TokenStreamComponents(tokenizer, LemmaFilter.lemmas(language, stream));
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return language.fold(new LowerCaseFilter(in));
  }
}
