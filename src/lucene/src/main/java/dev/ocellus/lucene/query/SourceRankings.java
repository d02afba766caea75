package dev.ocellus.lucene.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FullPrecisionFloatVectorSimilarityValuesSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/**
 * What {@link CandidateSearch} asks for the best of, as rankings of all photos. Vectors are
 * compared one by one, as a graph cannot be searched from the middle.
 */
final class SourceRankings {

  private final HybridQuery query;
  private final PhotoLayout layout;

  SourceRankings(HybridQuery query) {
    this.query = query;
    this.layout = query.layout();
  }

  List<Query> all() {
    List<Query> rankings = new ArrayList<>();
    for (QueryPart part : query.wanted()) {
      switch (part) {
        case TextPart text -> add(rankings, text);
        case LikePart like -> add(rankings, like);
        case MixedPart mixed -> {
          add(rankings, mixed.text());
          add(rankings, mixed.like());
        }
      }
    }
    return rankings.stream().map(this::passing).toList();
  }

  private void add(List<Query> rankings, TextPart part) {
    for (CandidateSource source : CandidateSearch.sources(part, query.sources())) {
      rankings.add(
          switch (source) {
            case WORDS -> CandidateSearch.anyOf(layout.caption(), part.words());
            case IMAGE -> nearest(layout.imageVector(), part.text().imageVector());
            case CAPTIONS ->
                new ToParentBlockJoinQuery(
                    nearest(layout.captionVector(), part.text().captionVector()),
                    layout.parents(),
                    ScoreMode.Max);
          });
    }
  }

  private void add(List<Query> rankings, LikePart part) {
    if (!CandidateSearch.sources(part, query.sources()).isEmpty()) {
      rankings.add(nearest(layout.imageVector(), part.vector()));
    }
  }

  private static Query nearest(String field, float[] vector) {
    return new FunctionScoreQuery(
        new FieldExistsQuery(field),
        new FullPrecisionFloatVectorSimilarityValuesSource(vector, field));
  }

  private Query passing(Query ranking) {
    BooleanQuery.Builder passing = new BooleanQuery.Builder().add(ranking, Occur.MUST);
    Query filter = query.filter();
    if (filter != null) {
      passing.add(filter, Occur.FILTER);
    }
    for (String id : query.excluded()) {
      passing.add(layout.photo(id), Occur.MUST_NOT);
    }
    return passing.build();
  }
}
