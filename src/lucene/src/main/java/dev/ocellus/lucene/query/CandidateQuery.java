package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
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
    return new CandidateWeight(new HybridScorer(searcher, query), scoreMode, boost);
  }

  private final class CandidateWeight extends Weight {

    private final HybridScorer hybrid;
    private final ScoreMode scoreMode;
    private final float boost;

    CandidateWeight(HybridScorer hybrid, ScoreMode scoreMode, float boost) {
      super(CandidateQuery.this);
      this.hybrid = hybrid;
      this.scoreMode = scoreMode;
      this.boost = boost;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      CandidateIterator iterator = CandidateIterator.of(candidates, leaf);
      if (iterator.cost() == 0) {
        return null;
      }
      Scorer scorer =
          new Scorer() {
            private final LeafScorer photos = hybrid.leaf(leaf);

            @Override
            public int docID() {
              return iterator.docID();
            }

            @Override
            public DocIdSetIterator iterator() {
              return iterator;
            }

            @Override
            public float score() throws IOException {
              return boost * photos.score(docID());
            }

            @Override
            public float getMaxScore(int upTo) {
              return boost;
            }
          };
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) {
          return scorer;
        }

        @Override
        public long cost() {
          return iterator.cost();
        }
      };
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      if (Arrays.binarySearch(candidates, leaf.docBase + doc) < 0) {
        return Explanation.noMatch("not among the candidates of " + query);
      }
      return CandidateExplanation.of(hybrid.leaf(leaf).parts(doc), query.model().name(), boost);
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return !scoreMode.needsScores();
    }
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
