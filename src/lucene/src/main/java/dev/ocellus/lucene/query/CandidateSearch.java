package dev.ocellus.lucene.query;

import dev.ocellus.lucene.PhotoSchema;
import java.io.IOException;
import java.util.TreeSet;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.DiversifyingChildrenFloatKnnVectorQuery;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.jspecify.annotations.Nullable;

/** Runs the sources of a hybrid query, all under its filter, and joins what they find. */
final class CandidateSearch {

  private final IndexSearcher searcher;
  private final HybridQuery query;

  CandidateSearch(IndexSearcher searcher, HybridQuery query) {
    this.searcher = searcher;
    this.query = query;
  }

  /** Document numbers of the candidates, ascending. */
  int[] run() throws IOException {
    TreeSet<Integer> candidates = new TreeSet<>();
    for (CandidateSource source : query.sources()) {
      Query search =
          switch (source) {
            case WORDS -> words();
            case IMAGE -> images();
            case CAPTIONS -> captions();
          };
      // Nothing is counted beyond the window, so that Lucene may skip what cannot reach it.
      TopDocs found =
          searcher.search(search, new TopScoreDocCollectorManager(query.window(), query.window()));
      for (ScoreDoc hit : found.scoreDocs) {
        candidates.add(hit.doc);
      }
    }
    return candidates.stream().mapToInt(Integer::intValue).toArray();
  }

  private Query words() {
    if (query.words().isEmpty()) {
      return new MatchNoDocsQuery("the query has no lemmas");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    query.words().forEach(word -> any.add(word.query(PhotoSchema.CAPTION), Occur.SHOULD));
    Query filter = query.filter();
    if (filter == null) {
      return any.build();
    }
    return new BooleanQuery.Builder()
        .add(any.build(), Occur.MUST)
        .add(filter, Occur.FILTER)
        .build();
  }

  private Query images() {
    return new KnnFloatVectorQuery(
        PhotoSchema.IMAGE_VECTOR, query.text().imageVector(), query.window(), photoFilter());
  }

  private Query captions() {
    Query photoFilter = photoFilter();
    Query captionFilter =
        photoFilter == null ? null : new ToChildBlockJoinQuery(photoFilter, PhotoSchema.PARENTS);
    return new ToParentBlockJoinQuery(
        new DiversifyingChildrenFloatKnnVectorQuery(
            PhotoSchema.CAPTION_VECTOR,
            query.text().captionVector(),
            captionFilter,
            query.window(),
            PhotoSchema.PARENTS),
        PhotoSchema.PARENTS,
        ScoreMode.Max);
  }

  /** The filter without captions, which a join from photo to captions would refuse. */
  private @Nullable Query photoFilter() {
    Query filter = query.filter();
    if (filter == null) {
      return null;
    }
    return new BooleanQuery.Builder()
        .add(PhotoSchema.PHOTOS, Occur.FILTER)
        .add(filter, Occur.FILTER)
        .build();
  }
}
