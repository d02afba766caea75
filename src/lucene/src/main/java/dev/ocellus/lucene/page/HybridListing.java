package dev.ocellus.lucene.page;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.query.CandidateSource;
import dev.ocellus.lucene.query.HybridQuery;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FullPrecisionFloatVectorSimilarityValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/**
 * A hybrid query's candidates, then all other photos as its sources rank them. Beyond the window
 * vectors are compared exactly, photo by photo, as a graph cannot be searched from the middle.
 */
record HybridListing(HybridQuery query) implements Listing {

  @Override
  public Query best() {
    return query;
  }

  @Override
  public int width() {
    return query.window();
  }

  @Override
  public List<Query> rankings() {
    List<Query> rankings = new ArrayList<>();
    for (CandidateSource source : CandidateSource.values()) {
      if (query.sources().contains(source)) {
        rankings.add(filtered(ranking(source)));
      }
    }
    return rankings;
  }

  private Query ranking(CandidateSource source) {
    return switch (source) {
      case WORDS -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        query.words().forEach(word -> any.add(word.query(PhotoSchema.CAPTION), Occur.SHOULD));
        yield any.build();
      }
      case IMAGE -> nearest(PhotoSchema.IMAGE_VECTOR, query.text().imageVector());
      case CAPTIONS ->
          new ToParentBlockJoinQuery(
              nearest(PhotoSchema.CAPTION_VECTOR, query.text().captionVector()),
              PhotoSchema.PARENTS,
              ScoreMode.Max);
    };
  }

  private static Query nearest(String field, float[] vector) {
    return new FunctionScoreQuery(
        new FieldExistsQuery(field),
        new FullPrecisionFloatVectorSimilarityValuesSource(vector, field));
  }

  private Query filtered(Query ranking) {
    Query filter = query.filter();
    return filter == null
        ? ranking
        : new BooleanQuery.Builder().add(ranking, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  @Override
  public Query scoring(IndexSearcher searcher, int[] photos) {
    return query.over(searcher, photos);
  }
}
