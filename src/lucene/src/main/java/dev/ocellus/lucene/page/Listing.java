package dev.ocellus.lucene.page;

import dev.ocellus.lucene.query.HybridQuery;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * What can be listed to its last photo: a query for the best ones, and rankings that bring all
 * others. Scores must be absolute: those of a photo, a query and an index, never of a window.
 */
public interface Listing {

  /** The best photos with their scores. Must find the same whenever it is run on one reader. */
  Query best();

  /**
   * Rankings that together bring every photo of the listing; their scores only order. None if
   * {@link #best} finds all.
   */
  List<Query> rankings();

  /** How many further photos each ranking brings at a time, at least 1. */
  int width();

  /**
   * The query that scores chosen photos as {@link #best} would.
   *
   * @param photos document numbers, ascending
   */
  Query scoring(IndexSearcher searcher, int[] photos);

  /** The photos that any query of Lucene's finds; it must match photos alone. */
  static Listing of(Query query) {
    return new Listing() {
      @Override
      public Query best() {
        return query;
      }

      @Override
      public List<Query> rankings() {
        return List.of();
      }

      @Override
      public int width() {
        return 1;
      }

      @Override
      public Query scoring(IndexSearcher searcher, int[] photos) {
        return new MatchNoDocsQuery("the query finds all by itself");
      }
    };
  }

  /** All photos that match a hybrid query's filter: first its candidates, then the others. */
  static Listing of(HybridQuery query) {
    return new HybridListing(query, null);
  }

  /**
   * The same where its candidates are known.
   *
   * @param candidates all that the query finds, with their scores
   */
  static Listing of(HybridQuery query, Collection<ScoreDoc> candidates) {
    return new HybridListing(query, new RankingQuery(candidates));
  }
}
