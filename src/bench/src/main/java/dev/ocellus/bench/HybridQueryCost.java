package dev.ocellus.bench;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.FusionModels;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.index.PhotoCodec;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TextEncoder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/**
 * What a hybrid query costs beside the plain Lucene queries that it joins, what its candidates
 * miss, and what threads gain, on {@link PerturbedPhotos}. The encoding of the query is not in it.
 */
public final class HybridQueryCost {

  private static final int PHOTOS = 100_000;
  private static final int QUERIES = 200;
  private static final int JUDGED_QUERIES = 50;

  /** Java compiles what is slow first; on a busy machine that takes some rounds. */
  private static final int WARM_UPS = 10;

  private static final int ROUNDS = 3;
  private static final int TOP = 10;
  private static final int THREADS = 8;

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final IndexSearcher searcher;
  private final List<HybridQuery> queries;

  private HybridQueryCost(IndexSearcher searcher, List<HybridQuery> queries) {
    this.searcher = searcher;
    this.queries = queries;
  }

  /**
   * @param args an index of real photos with captions, a folder for the large index, a file with a
   *     query a line, and the number of photos (100,000 if left out)
   */
  public static void main(String[] args) throws Exception {
    if (args.length < 3) {
      System.err.println("usage: HybridQueryCost REAL_INDEX WORK QUERIES [PHOTOS]");
      System.exit(2);
    }
    int photos = args.length > 3 ? Integer.parseInt(args[3]) : PHOTOS;
    Path large = Path.of(args[1], "photos-" + photos);
    if (!Files.exists(large)) {
      RealPhotos real = RealPhotos.read(Path.of(args[0]));
      LargeIndex.make(large, real, photos, new PhotoCodec());
    }
    try (FSDirectory directory = FSDirectory.open(large);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      // Lucene's cache would answer the second round.
      searcher.setQueryCache(null);
      var cost = new HybridQueryCost(searcher, queries(Path.of(args[2])));
      cost.latency();
      cost.recall();
      cost.throughput();
    }
  }

  private static List<HybridQuery> queries(Path file) throws IOException {
    List<String> texts = Files.readAllLines(file).stream().limit(QUERIES).toList();
    CaptionAnalyzer analyzer = CaptionAnalyzer.of("en");
    FusionModel model = FusionModels.bundled().model();
    List<HybridQuery> queries = new ArrayList<>();
    try (Encoder encoder = new ModelStore().open(ModelStore.DEFAULT_MODEL, 1)) {
      List<EncodedText> encoded = new TextEncoder(encoder, analyzer).encode(texts);
      for (int i = 0; i < texts.size(); i++) {
        List<LemmaGroup> words =
            LemmaGroup.of(
                analyzer.queryAnalyzer(), PhotoSchema.CAPTION, texts.get(i), Integer.MAX_VALUE);
        queries.add(new HybridQuery(words, encoded.get(i), model));
      }
    }
    return queries;
  }

  private ScoreDoc[] search(Query query, int top) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(top, top)).scoreDocs;
  }

  /**
   * Milliseconds of processor time: on a busy machine a long search is interrupted more often than
   * the short ones that it is compared with.
   */
  private double millis(Query query, int top) throws IOException {
    long start = CLOCK.getCurrentThreadCpuTime();
    if (search(query, top).length == 0) {
      throw new IllegalStateException("nothing found by " + query);
    }
    return (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
  }

  /** All kinds of queries in turn, so that what else the machine does slows all alike. */
  private void latency() throws IOException {
    for (int round = 1 - WARM_UPS; round <= ROUNDS; round++) {
      double[][] times = new double[4][queries.size()];
      for (int i = 0; i < queries.size(); i++) {
        HybridQuery fused = queries.get(i);
        PlainQueries plain = PlainQueries.of(fused);
        times[0][i] = millis(plain.words(), fused.window());
        times[1][i] = millis(plain.images(), fused.window());
        times[2][i] = millis(plain.captions(), fused.window());
        times[3][i] = millis(fused, TOP);
      }
      double words = median(times[0]);
      double images = median(times[1]);
      double captions = median(times[2]);
      double fused = median(times[3]);
      System.out.printf(
          Locale.ROOT,
          "%s: p50 ms: bm25 %.2f, images %.2f, captions %.2f, sum %.2f; fused %.2f; ratio %.3f%n",
          round < 1 ? "warm-up" : "round " + round,
          words,
          images,
          captions,
          words + images + captions,
          fused,
          fused / (words + images + captions));
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private void recall() throws IOException {
    int[] all =
        Arrays.stream(search(PhotoSchema.PHOTOS, searcher.getIndexReader().maxDoc()))
            .mapToInt(hit -> hit.doc)
            .sorted()
            .toArray();
    double found = 0;
    int judged = Math.min(JUDGED_QUERIES, queries.size());
    for (HybridQuery query : queries.subList(0, judged)) {
      Set<Integer> best = new HashSet<>();
      for (ScoreDoc hit : search(query.over(searcher, all), TOP)) {
        best.add(hit.doc);
      }
      for (ScoreDoc hit : search(query, TOP)) {
        found += best.contains(hit.doc) ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "candidate recall@%d of %d queries: %.4f%n",
        TOP,
        judged,
        found / judged / TOP);
  }

  private void throughput() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      double one = queriesPerSecond(1);
      double many = queriesPerSecond(THREADS);
      System.out.printf(
          Locale.ROOT,
          "round %d: queries/s: one thread %.1f, %d threads %.1f, ratio %.3f%n",
          round,
          one,
          THREADS,
          many,
          many / one);
    }
  }

  private double queriesPerSecond(int threads) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    int all = queries.size() * 2;
    long start = System.nanoTime();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        running.add(
            executor.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                    millis(queries.get(i % queries.size()), TOP);
                  }
                  return null;
                }));
      }
      for (Future<?> future : running) {
        future.get();
      }
    }
    return all / ((System.nanoTime() - start) / 1e9);
  }
}
