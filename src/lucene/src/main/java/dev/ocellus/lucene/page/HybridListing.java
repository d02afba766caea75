package dev.ocellus.lucene.page;

import dev.ocellus.lucene.query.HybridQuery;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** A hybrid query's candidates, then all other photos as its sources rank them. */
record HybridListing(HybridQuery query) implements Listing {

  @Override
  public Query best() {
    return query;
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
