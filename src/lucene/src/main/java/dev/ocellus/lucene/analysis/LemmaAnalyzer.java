package dev.ocellus.lucene.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Lower-cased words without stop words, each replaced by its dictionary lemmas, all at one
 * position, and without diacritics: "geese" becomes goose; "leaves" becomes leave and leaf. A word
 * that the dictionary lacks is stemmed, in English it stays as it is.
 */
final class LemmaAnalyzer extends Analyzer {

  private final DictionaryLanguage language;
  private final DictionaryWords words;

  LemmaAnalyzer(DictionaryLanguage language) {
    this.language = language;
    this.words = language.words();
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    StandardTokenizer tokenizer = new StandardTokenizer();
    TokenStream stream = language.trim(tokenizer);
    stream = new LowerCaseFilter(stream);
    stream = new StopFilter(stream, language.stopWords());
    stream = language.spell(stream, words);
    stream = new MorfologikFilter(stream, words.dictionary());
    // Dictionaries write some lemmas with a capital letter, and one lemma once a part of speech.
    stream = new LowerCaseFilter(stream);
    stream = language.stem(new KnownWordFilter(stream));
    stream = language.fold(stream);
    stream = new RemoveDuplicatesTokenFilter(stream);
    return new TokenStreamComponents(tokenizer, stream);
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return language.fold(new LowerCaseFilter(in));
  }
}
