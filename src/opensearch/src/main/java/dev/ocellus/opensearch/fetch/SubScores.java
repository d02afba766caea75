package dev.ocellus.opensearch.fetch;

import dev.ocellus.lucene.query.HybridScorer;
import dev.ocellus.lucene.query.LateHybridQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.search.fetch.FetchContext;
import org.opensearch.search.fetch.FetchSubPhase;
import org.opensearch.search.fetch.FetchSubPhaseProcessor;

/**
 * Shows what each hit's score is made of: {@code fields._ocellus}, one object for every {@code
 * ocellus} query of the request. Only hits are looked at, so it costs next to nothing.
 */
public final class SubScores implements FetchSubPhase {

  @Override
  public @Nullable FetchSubPhaseProcessor getProcessor(FetchContext context) throws IOException {
    Query query = context.query();
    List<LateHybridQuery> hybrids = query == null ? List.of() : HybridFinder.in(query);
    if (hybrids.isEmpty()) {
      return null;
    }
    List<HybridScorer> scorers = new ArrayList<>();
    for (LateHybridQuery hybrid : hybrids) {
      scorers.add(hybrid.scorer(context.searcher()));
    }
    return new SubScoreProcessor(scorers);
  }
}
