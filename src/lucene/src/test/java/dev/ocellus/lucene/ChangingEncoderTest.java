package dev.ocellus.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program sees whose open index gets another encoder. */
class ChangingEncoderTest {

  private static final String BUNDLED = ModelStore.DEFAULT_MODEL;

  @TempDir Path temp;
  private Path photos;
  private Path index;
  private Path tiny;
  private Path other;

  @BeforeEach
  void indexByTheTinyEncoder() throws IOException {
    photos = temp.resolve("photos");
    index = temp.resolve("index");
    tiny = TestModels.tiny(temp.resolve("tiny"), "test/tiny", .5);
    other = TestModels.tiny(temp.resolve("other"), "test/other", .1);
    for (String photo : List.of("chelsea.jpg", "coffee.jpg", "spaniels.jpg")) {
      TestPhotos.copy(photo, photos.resolve(photo));
    }
    index(tiny.toString());
  }

  private void index(String model) throws IOException {
    new PhotoIndexer(IndexOptions.of(photos, index).withModel(model)).run(IndexProgress.NONE);
  }

  /** Score of the first hit, which tells by which encoder the answer was. */
  private static float best(PhotoIndex open) throws IOException {
    SearchResponse response =
        open.search(SearchRequest.of("a cup of espresso").withSignal(Signal.IMAGE));
    assertEquals(3, response.total());
    return response.hits().getFirst().score();
  }

  @Test
  void threadsGetOneEncodersAnswersThroughoutAndNeverAMixture() throws Exception {
    // 16 dimensions against 896: a mixture would not even compute.
    AtomicBoolean done = new AtomicBoolean();
    try (PhotoIndex open = PhotoIndex.open(index);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      float byTiny = best(open);
      List<Future<List<Float>>> searches = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        searches.add(
            threads.submit(
                () -> {
                  List<Float> scores = new ArrayList<>();
                  while (!done.get()) {
                    scores.add(best(open));
                  }
                  return scores;
                }));
      }
      float byBundled;
      try {
        index(BUNDLED);
        byBundled = best(open);
        index(tiny.toString());
      } finally {
        done.set(true);
      }
      for (Future<List<Float>> scores : searches) {
        for (float score : scores.get()) {
          assertTrue(
              near(score, byTiny) || near(score, byBundled),
              score + " is neither " + byTiny + " nor " + byBundled);
        }
      }
      assertTrue(near(best(open), byTiny));
    }
  }

  private static boolean near(float one, float other) {
    return Math.abs(one - other) < 1e-5;
  }

  @Test
  void whatWasLentBeforeTheChangeStaysUsable() throws IOException {
    try (PhotoIndex open = PhotoIndex.open(index);
        PhotoSearcher before = open.acquire()) {
      Encoder old = before.encoder();
      index(other.toString());
      best(open);
      SearchRequest request = SearchRequest.of("a cup of espresso");
      assertEquals(3, before.search(request).total());
      try (PhotoSearcher after = open.acquire()) {
        assertEquals("test/other", after.encoder().modelId());
      }
      before.close();
      assertThrows(IllegalStateException.class, () -> old.encodeText("closed with its last user"));
    }
  }

  @Test
  void aNewEncoderThatIsNotToBeHadIsNamedAtEverySearch() throws IOException {
    try (PhotoIndex open = PhotoIndex.open(index)) {
      best(open);
      index(other.toString());
      Files.move(other, temp.resolve("elsewhere"));
      for (int i = 0; i < 2; i++) {
        ModelException e = assertThrows(ModelException.class, () -> best(open));
        assertTrue(
            e.getMessage()
                .startsWith(
                    index
                        + " was built with encoder test/other, which is not to be had: unknown"
                        + " model \""
                        + other
                        + "\""),
            e.getMessage());
      }
      assertEquals("test/other", open.info().modelId());
      Files.move(temp.resolve("elsewhere"), other);
      best(open);
    }
  }

  @Test
  void anEncoderOfTheCallersIsRefusedOnceTheIndexHasAnother() throws IOException {
    try (Encoder mine = new ModelStore().open(tiny.toString(), 1);
        PhotoIndex open = PhotoIndex.open(index, mine, new SingleFeature(Feature.IMAGE_COSINE))) {
      best(open);
      index(other.toString());
      IndexException e = assertThrows(IndexException.class, () -> best(open));
      assertEquals(
          index
              + " was built with encoder test/other (16 dimensions), it cannot be searched with"
              + " test/tiny (16)",
          e.getMessage());
      assertEquals(16, mine.encodeText("still open").length);
    }
  }
}
