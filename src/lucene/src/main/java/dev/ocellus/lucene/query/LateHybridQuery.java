package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid query that looks for its candidates when the first segment is searched, not when it is
 * rewritten: for a node of a cluster, which learns the statistics of the whole collection only
 * after rewriting, and rewrites once more to show hits. Its weight asks for the statistics of all
 * words, whether there are candidates or not. Never cached, as what it finds in a segment depends
 * on the others.
 */
public final class LateHybridQuery extends Query {

  private final HybridQuery query;
  private final UnaryOperator<IndexSearcher> inner;

  /**
   * @param inner the searcher that looks for candidates and asks for statistics, made of the one
   *     that runs the query; over the same reader
   */
  public LateHybridQuery(HybridQuery query, UnaryOperator<IndexSearcher> inner) {
    this.query = query;
    this.inner = inner;
  }

  /** The query, and what it is made of. */
  public HybridQuery hybrid() {
    return query;
  }

  /** What scores photos by this query's parts for such a searcher, candidates or not. */
  public HybridScorer scorer(IndexSearcher searcher) throws IOException {
    return new HybridScorer(inner.apply(searcher), query);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    IndexSearcher within = inner.apply(searcher);
    Candidates once = new FoundOnce(within, query);
    return new CandidateWeight(this, new HybridScorer(within, query), once, false, boost);
  }

  /** Runs the sources at the first call; other threads wait for it. */
  private static final class FoundOnce implements Candidates {

    private final IndexSearcher searcher;
    private final HybridQuery query;
    private int @Nullable [] found;

    FoundOnce(IndexSearcher searcher, HybridQuery query) {
      this.searcher = searcher;
      this.query = query;
    }

    @Override
    public synchronized int[] documents() throws IOException {
      if (found == null) {
        found = new CandidateSearch(searcher, query).run();
      }
      return found;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(String field) {
    return query.toString(field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LateHybridQuery that && query.equals(that.query);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + query.hashCode();
  }
}
