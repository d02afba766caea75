package dev.ocellus.lucene.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/**
 * An analyzer that keeps the captions of one photo apart, so that no phrase begins in one and ends
 * in the next. Offsets are untouched: highlighters join the captions by one character.
 */
final class SeparateValues extends DelegatingAnalyzerWrapper {

  /** Positions between two captions: more than the slop of any phrase that one would search for. */
  static final int GAP = 100;

  private final Analyzer analyzer;

  SeparateValues(Analyzer analyzer) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.analyzer = analyzer;
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String fieldName) {
    return analyzer;
  }

  @Override
  public int getPositionIncrementGap(String fieldName) {
    return GAP;
  }
}
