package dev.ocellus.lucene.query;

import dev.ocellus.fusion.Contribution;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * Matches a hybrid query's candidates and scores each by its features. Bound to one reader, whose
 * document numbers it holds.
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
    FeatureExtractor extractor = new FeatureExtractor(searcher, query);
    return new CandidateWeight(extractor, scoreMode, boost);
  }

  private final class CandidateWeight extends Weight {

    private final FeatureExtractor extractor;
    private final ScoreMode scoreMode;
    private final float boost;

    CandidateWeight(FeatureExtractor extractor, ScoreMode scoreMode, float boost) {
      super(CandidateQuery.this);
      this.extractor = extractor;
      this.scoreMode = scoreMode;
      this.boost = boost;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      CandidateIterator iterator = CandidateIterator.of(candidates, leaf);
      if (iterator.cost() == 0) {
        return null;
      }
      FusionModel model = query.model();
      Scorer scorer =
          new Scorer() {
            private final LeafFeatures features = extractor.leaf(leaf);

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
              return boost * model.score(features.extract(docID()));
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
      float[] features = extractor.leaf(leaf).extract(doc);
      FusionModel model = query.model();
      Contribution contribution = model.contribution(features);
      List<Explanation> parts = new ArrayList<>();
      for (Feature feature : Feature.values()) {
        parts.add(part(feature, features[feature.ordinal()], contribution));
      }
      String how =
          contribution == null
              ? model.name() + " of"
              : String.format(
                  Locale.ROOT,
                  "%s, regime %s: log-odds %.4f and those of",
                  model.name(),
                  contribution.regime(),
                  contribution.intercept());
      return Explanation.match(boost * model.score(features), how, parts);
    }

    private static Explanation part(
        Feature feature, float value, @Nullable Contribution contribution) {
      Double logOdds = contribution == null ? null : contribution.features().get(feature);
      String says = logOdds == null ? "" : String.format(Locale.ROOT, ", log-odds %.4f", logOdds);
      return Float.isNaN(value)
          ? Explanation.noMatch(feature.key() + " is missing" + says)
          : Explanation.match(value, feature.key() + says);
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
