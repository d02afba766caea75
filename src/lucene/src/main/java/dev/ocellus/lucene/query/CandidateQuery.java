package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches a hybrid query's candidates and scores each by the query's parts. Bound to one reader,
 * whose document numbers it holds.
 */
final class CandidateQuery extends Query {

  private final HybridQuery query;
  private final int[] candidates;
  private final Object readerId;

  /**
   * @param candidates document numbers, ascending
   * @param readerId identity of the reader that they belong to
   */
  CandidateQuery(HybridQuery query, int[] candidates, Object readerId) {
    this.query = query;
    this.candidates = candidates;
    this.readerId = readerId;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    if (searcher.getIndexReader().getContext().id() != readerId) {
      throw new IllegalStateException("this query was rewritten by another reader's searcher");
    }
    return new CandidateWeight(
        this, new HybridScorer(searcher, query), () -> candidates, !scoreMode.needsScores(), boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return candidates.length + " candidates of " + query.toString(field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CandidateQuery that
        && query.equals(that.query)
        && Arrays.equals(candidates, that.candidates)
        && readerId == that.readerId;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), query, Arrays.hashCode(candidates), readerId);
  }
}
