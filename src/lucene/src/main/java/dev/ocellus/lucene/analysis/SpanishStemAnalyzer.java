package dev.ocellus.lucene.analysis;

import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * Spanish by Snowball's stemmer, without diacritics. Lucene's own Spanish analyzer has a lighter
 * stemmer that leaves words of four letters alone: "niño" would not find "niños".
 */
final class SpanishStemAnalyzer extends StopwordAnalyzerBase {

  SpanishStemAnalyzer() {
    super(StopWords.without(SpanishAnalyzer.getDefaultStopSet(), "nada"));
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    StandardTokenizer tokenizer = new StandardTokenizer();
    TokenStream stream = new StopFilter(new LowerCaseFilter(tokenizer), stopwords);
    stream = new SnowballFilter(stream, new SpanishStemmer());
    return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(stream));
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(in));
  }
}
