package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Scores candidates by the parts of a hybrid query. */
final class CandidateWeight extends Weight {

  private final HybridScorer hybrid;
  private final Candidates candidates;
  private final boolean cacheable;
  private final float boost;

  /**
   * @param query whose weight it is
   * @param cacheable whether the query names its candidates and nobody asks for scores
   */
  CandidateWeight(
      Query query, HybridScorer hybrid, Candidates candidates, boolean cacheable, float boost) {
    super(query);
    this.hybrid = hybrid;
    this.candidates = candidates;
    this.cacheable = cacheable;
    this.boost = boost;
  }

  @Override
  public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
    int[] documents = candidates.documents();
    CandidateIterator iterator = CandidateIterator.of(documents, leaf);
    if (iterator.cost() == 0) {
      return null;
    }
    Scorer scorer = new CandidateScorer(iterator, hybrid.leaf(leaf, documents), boost);
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
    if (Arrays.binarySearch(candidates.documents(), leaf.docBase + doc) < 0) {
      return Explanation.noMatch("not among the candidates of " + hybrid.query());
    }
    return CandidateExplanation.of(
        hybrid.leaf(leaf).parts(doc), hybrid.query().model().name(), boost);
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return cacheable;
  }
}
