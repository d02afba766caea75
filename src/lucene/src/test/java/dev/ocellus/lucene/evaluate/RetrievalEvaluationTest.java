package dev.ocellus.lucene.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.fusion.metrics.Interval;
import dev.ocellus.fusion.metrics.RetrievalFigure;
import dev.ocellus.fusion.metrics.RetrievalMetrics;
import dev.ocellus.fusion.training.TrainingPairs;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of the whole search on the photos of testdata. */
class RetrievalEvaluationTest {

  @TempDir static Path temp;
  private static PhotoIndex index;
  private static List<CaptionRow> captions;

  @BeforeAll
  static void indexTestdata() throws IOException {
    Path folder = temp.resolve("index");
    new PhotoIndexer(IndexOptions.of(TestPhotos.ALL, folder).withCaptions(TestPhotos.CAPTIONS))
        .run(IndexProgress.NONE);
    index = PhotoIndex.open(folder);
    captions = CaptionTable.read(TestPhotos.CAPTIONS).rows();
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @Test
  void aCaptionFindsItsPhotoAndLessEasilyOnceItIsLeftOut() throws IOException {
    EvaluationReport own = RetrievalEvaluation.run(index, captions, false, done -> {});
    EvaluationReport left = RetrievalEvaluation.run(index, captions, true, done -> {});

    assertEquals(
        List.of("fused", "image", "captions", "bm25", "rrf", "min_max", "log_odds"),
        List.copyOf(own.signals().keySet()));
    assertEquals(EvaluationReport.SIGNALS, List.copyOf(own.signals().keySet()));
    assertEquals(captions.size(), own.queries());
    assertEquals(1, recallAt1(own, "captions"), 1e-9, "a caption is nearest to itself");
    for (String signal : List.of("captions", "bm25", "rrf", "min_max", "log_odds")) {
      assertTrue(recallAt1(left, signal) < recallAt1(own, signal), signal);
    }
    // The image does not know captions.
    assertEquals(recallAt1(own, "image"), recallAt1(left, "image"), .03);
    assertTrue(own.latencyMillis().get("p99") >= own.latencyMillis().get("p50"));
  }

  private static double recallAt1(EvaluationReport report, String signal) {
    return report.signals().get(signal).metrics().mean(RetrievalFigure.RECALL_AT_1);
  }

  @Test
  void figuresComeWithIntervalsAndTheFusedScoresLead() throws IOException {
    EvaluationReport report = RetrievalEvaluation.run(index, captions, true, done -> {});
    report
        .signals()
        .forEach(
            (signal, figures) -> {
              for (RetrievalFigure figure : RetrievalFigure.values()) {
                double mean = figures.metrics().mean(figure);
                Interval interval = figures.intervals().get(figure);
                assertTrue(interval.low() <= mean && mean <= interval.high(), signal + figure);
                if (signal.equals("fused")) {
                  assertEquals(Map.of(), figures.fusedLead());
                } else {
                  double fused = report.signals().get("fused").metrics().mean(figure);
                  SignalReport.Lead lead = figures.fusedLead().get(figure);
                  assertEquals(fused - mean, lead.difference(), 1e-9, signal + figure);
                  assertTrue(lead.pValue() > 0 && lead.pValue() <= 1, signal + figure);
                }
              }
            });
  }

  @Test
  void withoutCaptionsOnlyTheImageIsSearchedAndFusionsRankAsItDoes() throws IOException {
    Path folder = temp.resolve("bare");
    new PhotoIndexer(IndexOptions.of(TestPhotos.ALL, folder)).run(IndexProgress.NONE);
    try (PhotoIndex bare = PhotoIndex.open(folder)) {
      EvaluationReport report = RetrievalEvaluation.run(bare, captions, false, done -> {});
      assertEquals(report.photos(), report.captionless());
      assertEquals(0, report.signals().get("bm25").metrics().distinctFirstHits());
      assertEquals(0, report.signals().get("captions").metrics().distinctFirstHits());
      RetrievalMetrics image = report.signals().get("image").metrics();
      assertTrue(image.mean(RetrievalFigure.RECALL_AT_1) > 0.1, image.toString());
      for (String fusion : List.of("rrf", "min_max", "log_odds")) {
        assertEquals(image, report.signals().get(fusion).metrics(), fusion);
      }
    }
  }

  @Test
  void queriesWithoutAPhotoAreCountedAndAloneAreRefused() throws IOException {
    CaptionRow stray = new CaptionRow("none.jpg", "none.jpg#0", "nothing", 2, Map.of());
    EvaluationReport report =
        RetrievalEvaluation.run(index, List.of(stray, captions.getFirst()), false, done -> {});
    assertEquals(1, report.queries());
    assertEquals(1, report.unknownPhotos());
    assertThrows(
        QueryException.class,
        () -> RetrievalEvaluation.run(index, List.of(stray), false, done -> {}));
  }

  @Test
  void sampledPairsAreGroupedByPhotoAndWeightedToTheOdds() throws IOException {
    TrainingPairs.Builder builder = new TrainingPairs.Builder();
    try (PhotoSearcher photos = index.acquire()) {
      new PairSampler(30, 10, 42).sample(photos, captions.subList(0, 8), null, builder, done -> {});
    }
    TrainingPairs pairs = builder.build();

    double matches = 0;
    double others = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.target(i) == 1) {
        matches += pairs.weight(i);
      } else {
        others += pairs.weight(i);
      }
    }
    assertEquals(16, matches, "each query whole and in part");
    assertTrue(others > 0 && others <= 16 * 30 + 1e-6, "others weigh " + others);
    assertEquals(captions.getFirst().image(), pairs.group(0));
  }
}
