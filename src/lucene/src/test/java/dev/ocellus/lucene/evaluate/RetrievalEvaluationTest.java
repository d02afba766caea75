package dev.ocellus.lucene.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
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
        List.of("fused", "image", "captions", "bm25", "rrf"), List.copyOf(own.signals().keySet()));
    assertEquals(captions.size(), own.queries());
    RetrievalMetrics captionsOwn = own.signals().get("captions");
    RetrievalMetrics captionsLeft = left.signals().get("captions");
    assertEquals(1, captionsOwn.recallAt1(), 1e-9, "a caption is nearest to itself");
    assertTrue(captionsLeft.recallAt1() < captionsOwn.recallAt1());
    assertTrue(left.signals().get("bm25").recallAt1() < own.signals().get("bm25").recallAt1());
    // The image does not know captions.
    assertEquals(
        own.signals().get("image").recallAt1(), left.signals().get("image").recallAt1(), .03);
    assertTrue(own.latencyMillis().get("p99") >= own.latencyMillis().get("p50"));
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
      new PairSampler(30, 10, 42).sample(photos, captions.subList(0, 8), builder, done -> {});
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
