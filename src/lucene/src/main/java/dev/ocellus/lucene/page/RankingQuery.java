package dev.ocellus.lucene.page;

import dev.ocellus.lucene.query.CandidateIterator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches the documents of a ranking with the scores that they have there, for what Lucene does
 * with queries: sorting, grouping, facets, filters. Of use with the reader that the ranking was
 * made on.
 */
public final class RankingQuery extends Query {

  private final int[] documents;
  private final float[] scores;

  /** The query of these hits, each document at most once. */
  public RankingQuery(Collection<ScoreDoc> ranking) {
    List<ScoreDoc> ascending =
        ranking.stream().sorted(Comparator.comparingInt(hit -> hit.doc)).toList();
    this.documents = ascending.stream().mapToInt(hit -> hit.doc).toArray();
    this.scores = new float[documents.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = ascending.get(i).score;
    }
  }

  private float score(int document) {
    int found = Arrays.binarySearch(documents, document);
    return found < 0 ? Float.NaN : scores[found];
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new Weight(this) {

      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        CandidateIterator iterator = CandidateIterator.of(documents, leaf);
        return iterator.cost() == 0 ? null : supplier(iterator, leaf.docBase, boost);
      }

      @Override
      public Explanation explain(LeafReaderContext leaf, int doc) {
        float score = score(leaf.docBase + doc);
        return Float.isNaN(score)
            ? Explanation.noMatch("not in the ranking")
            : Explanation.match(boost * score, "in the ranking");
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private ScorerSupplier supplier(CandidateIterator iterator, int docBase, float boost) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        return new Scorer() {
          @Override
          public int docID() {
            return iterator.docID();
          }

          @Override
          public DocIdSetIterator iterator() {
            return iterator;
          }

          @Override
          public float score() {
            return boost * RankingQuery.this.score(docBase + docID());
          }

          @Override
          public float getMaxScore(int upTo) {
            return Float.POSITIVE_INFINITY;
          }
        };
      }

      @Override
      public long cost() {
        return iterator.cost();
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "a ranking of " + documents.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RankingQuery that
        && Arrays.equals(documents, that.documents)
        && Arrays.equals(scores, that.scores);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + Arrays.hashCode(documents)) + Arrays.hashCode(scores);
  }
}
