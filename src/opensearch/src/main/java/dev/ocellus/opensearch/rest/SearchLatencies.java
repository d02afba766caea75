package dev.ocellus.opensearch.rest;

import dev.ocellus.opensearch.encode.Latencies;
import dev.ocellus.opensearch.encode.LatencySummary;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.search.BooleanClause;
import org.opensearch.action.search.SearchPhaseContext;
import org.opensearch.action.search.SearchRequestContext;
import org.opensearch.action.search.SearchRequestOperationsListener;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryBuilderVisitor;
import org.opensearch.search.builder.SearchSourceBuilder;

/**
 * How long the searches took that this node coordinated and that have an {@code ocellus} query
 * anywhere in their query. The node finds this among the plugin's components.
 */
public final class SearchLatencies extends SearchRequestOperationsListener {

  private static final String QUERY = "ocellus";

  private final Latencies latencies = new Latencies();
  private final LongAdder failed = new LongAdder();

  LatencySummary summary() {
    return latencies.summary();
  }

  long failed() {
    return failed.sum();
  }

  @Override
  protected void onRequestEnd(SearchPhaseContext phase, SearchRequestContext search) {
    if (isOurs(phase.getRequest().source())) {
      latencies.record(System.nanoTime() - search.getAbsoluteStartNanos());
    }
  }

  @Override
  protected void onRequestFailure(SearchPhaseContext phase, SearchRequestContext search) {
    if (isOurs(phase.getRequest().source())) {
      failed.increment();
    }
  }

  private static boolean isOurs(SearchSourceBuilder source) {
    if (source == null || source.query() == null) {
      return false;
    }
    AtomicBoolean found = new AtomicBoolean();
    source
        .query()
        .visit(
            new QueryBuilderVisitor() {
              @Override
              public void accept(QueryBuilder query) {
                if (query.getWriteableName().equals(QUERY)) {
                  found.set(true);
                }
              }

              @Override
              public QueryBuilderVisitor getChildVisitor(BooleanClause.Occur occur) {
                return this;
              }
            });
    return found.get();
  }
}
