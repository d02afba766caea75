package dev.ocellus.opensearch.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.analysis.AnalyzerScope;

/**
 * An analyzer that all indexes of the node share, so that none closes it.
 *
 * @param name by which an index knows it
 * @param get the analyzer
 */
record SharedAnalyzer(String name, Analyzer get) implements AnalyzerProvider<Analyzer> {

  @Override
  public AnalyzerScope scope() {
    return AnalyzerScope.GLOBAL;
  }
}
