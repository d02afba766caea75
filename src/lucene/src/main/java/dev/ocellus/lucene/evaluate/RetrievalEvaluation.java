package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.metrics.RetrievalMetrics;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoReader;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Measures how well an index finds the photo that a text was written for.
 *
 * <p>A query's one relevant photo is its row's image. With {@code excludeOwnCaption}, the query's
 * own text is taken out of its photo's captions while that query is scored (leave-one-out), so that
 * nothing is found by its own words; the collection's statistics still count it.
 */
public final class RetrievalEvaluation {

  /** Searches before the timing begins, while the virtual machine still compiles. */
  private static final int WARM_UP = 50;

  private final PhotoSearcher photos;
  private final boolean excludeOwnCaption;
  private final PhotoFeatures all;
  private final PhotoReader reader;
  private final Map<String, RetrievalMetrics.Collector> collectors = new LinkedHashMap<>();
  private final SearchTimes times = new SearchTimes();

  private RetrievalEvaluation(PhotoSearcher photos, boolean excludeOwnCaption) throws IOException {
    this.photos = photos;
    this.excludeOwnCaption = excludeOwnCaption;
    this.all = new PhotoFeatures(photos.searcher());
    this.reader = new PhotoReader(photos.searcher().getIndexReader());
  }

  /**
   * Runs every query by every signal and by reciprocal-rank fusion (k = 60) of the single ones.
   *
   * @param progress hears the number of queries done
   * @throws QueryException if no query names a photo of the index
   */
  public static EvaluationReport run(
      PhotoIndex index, List<CaptionRow> queries, boolean excludeOwnCaption, LongConsumer progress)
      throws IOException {
    try (PhotoSearcher photos = index.acquire()) {
      return new RetrievalEvaluation(photos, excludeOwnCaption).run(queries, progress);
    }
  }

  private EvaluationReport run(List<CaptionRow> queries, LongConsumer progress) throws IOException {
    for (CaptionRow query : queries.subList(0, Math.min(WARM_UP, queries.size()))) {
      time(query.text());
    }
    times.clear();
    int unknown = 0;
    long done = 0;
    for (CaptionRow query : queries) {
      int target = all.find(query.image());
      if (target < 0) {
        unknown++;
      } else {
        evaluate(query, target);
      }
      progress.accept(++done);
    }
    if (collectors.isEmpty()) {
      throw new QueryException(
          "none of the " + queries.size() + " queries names a photo of the index");
    }
    Map<String, RetrievalMetrics> signals = new LinkedHashMap<>();
    collectors.forEach((signal, collector) -> signals.put(signal, collector.metrics()));
    return new EvaluationReport(
        queries.size() - unknown, unknown, all.documents().length, signals, times.percentiles());
  }

  private void evaluate(CaptionRow row, int target) throws IOException {
    EncodedText encoded = time(row.text());
    Query others = null;
    IndexedPhoto photo = null;
    if (excludeOwnCaption) {
      photo = reader.read(target);
      if (photo.captions().contains(row.text())) {
        others = allBut(row.image());
      }
    }
    Query filter = others;
    Rankings rankings =
        new Rankings(signal -> photos.search(query(row, encoded, signal, filter)).scoreDocs);
    if (photo != null && others != null) {
      insert(rankings, row, encoded, photo, target);
    }
    rankings
        .documents()
        .forEach(
            (signal, documents) ->
                collectors
                    .computeIfAbsent(signal, s -> new RetrievalMetrics.Collector())
                    .add(rank(documents, target), first(documents)));
  }

  private void insert(
      Rankings rankings, CaptionRow row, EncodedText encoded, IndexedPhoto photo, int target)
      throws IOException {
    try (LeaveOneOut alone = LeaveOneOut.in(photos, photo.withoutCaption(row.text()))) {
      rankings.insert(
          target,
          signal -> alone.score(query(row, encoded, signal, null)),
          HybridQuery.DEFAULT_WINDOW);
    }
  }

  private HybridQuery query(
      CaptionRow row, EncodedText encoded, Signal signal, @Nullable Query filter) {
    return photos.query(row.text(), encoded, signal, filter);
  }

  /** Times a search as a user runs it; returns the encoded text. */
  private EncodedText time(String text) throws IOException {
    long start = System.nanoTime();
    EncodedText encoded = photos.encode(text);
    SearchResponse response =
        photos.search(SearchRequest.of(text), encoded, System.nanoTime() - start);
    times.add(response);
    return encoded;
  }

  private static Query allBut(String id) {
    return new BooleanQuery.Builder()
        .add(PhotoSchema.PHOTOS, Occur.FILTER)
        .add(new TermQuery(new Term(PhotoSchema.ID, id)), Occur.MUST_NOT)
        .build();
  }

  private static int rank(int[] documents, int target) {
    for (int i = 0; i < documents.length; i++) {
      if (documents[i] == target) {
        return i + 1;
      }
    }
    return RetrievalMetrics.NOT_FOUND;
  }

  private static @Nullable String first(int[] documents) {
    return documents.length == 0 ? null : Integer.toString(documents[0]);
  }
}
