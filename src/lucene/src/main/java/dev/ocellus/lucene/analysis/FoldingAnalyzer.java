package dev.ocellus.lucene.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Another analyzer's words without their diacritics: "niño" and "nino" are the same. */
final class FoldingAnalyzer extends AnalyzerWrapper {

  private final Analyzer analyzer;

  FoldingAnalyzer(Analyzer analyzer) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.analyzer = analyzer;
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String fieldName) {
    return analyzer;
  }

  @Override
  protected TokenStreamComponents wrapComponents(
      String fieldName, TokenStreamComponents components) {
    return new TokenStreamComponents(
        components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
  }

  @Override
  protected TokenStream wrapTokenStreamForNormalization(String fieldName, TokenStream in) {
    return new ASCIIFoldingFilter(in);
  }
}
