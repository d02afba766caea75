package dev.ocellus.opensearch.analysis;

import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * An analyzer that is made when it first reads a text: every index is offered all of them and uses
 * one, and dictionaries take megabytes.
 */
final class LazyAnalyzer extends DelegatingAnalyzerWrapper {

  private final Supplier<Analyzer> maker;
  private volatile @Nullable Analyzer made;

  LazyAnalyzer(Supplier<Analyzer> maker) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.maker = maker;
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String fieldName) {
    Analyzer analyzer = made;
    return analyzer == null ? make() : analyzer;
  }

  private synchronized Analyzer make() {
    Analyzer analyzer = made;
    if (analyzer == null) {
      analyzer = maker.get();
      made = analyzer;
    }
    return analyzer;
  }
}
