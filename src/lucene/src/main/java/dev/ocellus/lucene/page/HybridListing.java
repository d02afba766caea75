package dev.ocellus.lucene.page;

import dev.ocellus.lucene.query.HybridQuery;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid query's candidates, then all other photos as its sources rank them.
 *
 * @param candidates the query's candidates with their scores, or null to look for them
 */
record HybridListing(HybridQuery query, @Nullable Query candidates) implements Listing {

  @Override
  public Query best() {
    return candidates == null ? query : candidates;
  }

  @Override
  public List<Query> rankings() {
    return query.rankings();
  }

  @Override
  public int width() {
    return query.window();
  }

  @Override
  public Query scoring(IndexSearcher searcher, int[] photos) {
    return query.over(searcher, photos);
  }
}
