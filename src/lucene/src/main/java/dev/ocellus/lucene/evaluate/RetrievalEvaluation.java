package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.metrics.RetrievalMetrics;
import dev.ocellus.fusion.metrics.RowGroups;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoReader;
import dev.ocellus.lucene.query.FeatureExtractor;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.search.Syntax;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
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

  /**
   * Queries, spread over all, that run before the timing begins, while the virtual machine still
   * compiles; from their scores the signals are calibrated for {@link LogOddsFusion}.
   */
  private static final int SAMPLE = 50;

  private final PhotoSearcher photos;
  private final boolean excludeOwnCaption;
  private final PhotoFeatures all;
  private final PhotoReader reader;
  private final List<RankFusion> fusions = new ArrayList<>();
  private final Map<String, RetrievalMetrics.Collector> collectors = new LinkedHashMap<>();
  private final List<String> targets = new ArrayList<>();
  private final SearchTimes times = new SearchTimes();

  private RetrievalEvaluation(PhotoSearcher photos, boolean excludeOwnCaption) throws IOException {
    this.photos = photos;
    this.excludeOwnCaption = excludeOwnCaption;
    this.all = new PhotoFeatures(photos.searcher());
    this.reader = new PhotoReader(photos.searcher().getIndexReader());
  }

  /**
   * Runs every query by every signal, and fuses the single ones in the usual ways.
   *
   * @param progress hears the number of queries done
   * @throws QueryException if no query names a photo of the index
   */
  public static EvaluationReport run(
      PhotoIndex index, List<CaptionRow> queries, boolean excludeOwnCaption, LongConsumer progress)
      throws IOException {
    int captionless = index.info().captionless();
    try (PhotoSearcher photos = index.acquire()) {
      return new RetrievalEvaluation(photos, excludeOwnCaption).run(queries, captionless, progress);
    }
  }

  private EvaluationReport run(List<CaptionRow> queries, int captionless, LongConsumer progress)
      throws IOException {
    prepare(queries);
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
    RetrievalMetrics.Collector fused = collectors.get(Signal.FUSED.key());
    if (fused == null) {
      throw new QueryException(
          "none of the " + queries.size() + " queries names a photo of the index");
    }
    RowGroups groups = RowGroups.of(targets);
    Map<String, SignalReport> signals = new LinkedHashMap<>();
    collectors.forEach(
        (signal, collector) -> signals.put(signal, SignalReport.of(collector, fused, groups)));
    return new EvaluationReport(
        queries.size() - unknown,
        unknown,
        all.documents().length,
        captionless,
        signals,
        times.percentiles());
  }

  private void prepare(List<CaptionRow> queries) throws IOException {
    ScoreSamples samples = new ScoreSamples();
    int step = Math.max(1, queries.size() / SAMPLE);
    for (int i = 0; i < queries.size(); i += step) {
      CaptionRow row = queries.get(i);
      samples.add(search(row, time(row.text()), null));
    }
    times.clear();
    fusions.add(new ReciprocalRankFusion());
    fusions.add(new MinMaxMean());
    fusions.add(new LogOddsFusion(photos.searcher(), samples.calibrations(photos.searcher())));
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
    Rankings rankings = search(row, encoded, others);
    if (photo != null && others != null) {
      insert(rankings, row, encoded, photo, target);
    }
    targets.add(row.image());
    rankings
        .documents(fusions)
        .forEach(
            (signal, documents) ->
                collectors
                    .computeIfAbsent(signal, s -> new RetrievalMetrics.Collector())
                    .add(rank(documents, target), first(documents)));
  }

  private Rankings search(CaptionRow row, EncodedText encoded, @Nullable Query filter)
      throws IOException {
    return new Rankings(
        signal -> {
          HybridQuery query = query(row, encoded, signal, filter);
          ScoreDoc[] hits = photos.search(query).scoreDocs;
          if (signal == Signal.BM25) {
            float most = mostBm25(query);
            for (ScoreDoc hit : hits) {
              hit.score *= most;
            }
          }
          return hits;
        });
  }

  private void insert(
      Rankings rankings, CaptionRow row, EncodedText encoded, IndexedPhoto photo, int target)
      throws IOException {
    try (LeaveOneOut alone = LeaveOneOut.in(photos, photo.withoutCaption(row.text()))) {
      rankings.insert(
          target,
          signal -> {
            HybridQuery query = query(row, encoded, signal, null);
            float score = alone.score(query);
            return signal == Signal.BM25 ? score * mostBm25(query) : score;
          },
          HybridQuery.DEFAULT_WINDOW);
    }
  }

  /** BM25 itself, not its share, is what fusions of scores are made for. */
  private float mostBm25(HybridQuery query) throws IOException {
    return new FeatureExtractor(photos.searcher(), query).mostBm25();
  }

  private HybridQuery query(
      CaptionRow row, EncodedText encoded, Signal signal, @Nullable Query filter) {
    return photos.query(row.text(), encoded, signal, filter);
  }

  /** Times a search as a user runs it; returns the encoded text. */
  private EncodedText time(String text) throws IOException {
    times.add(photos.search(SearchRequest.of(text).withSyntax(Syntax.TEXT)));
    return photos.encode(text);
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
