package dev.ocellus.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.Preprocessor;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program sees that embeds the searcher, on the photos of testdata. */
class PhotoIndexTest {

  @TempDir static Path temp;
  private static Path folder;
  private static PhotoIndex index;

  @BeforeAll
  static void indexTestdata() throws IOException {
    folder = temp.resolve("index");
    new PhotoIndexer(IndexOptions.of(TestPhotos.ALL, folder).withCaptions(TestPhotos.CAPTIONS))
        .run(IndexProgress.NONE);
    index = PhotoIndex.open(folder);
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @Test
  void aPhotoIsFoundByItsPixelsThoughItHasNoCaption() throws IOException {
    Hit best = index.search("a cup of espresso").hits().getFirst();
    assertEquals("coffee.jpg", best.id());
    assertNull(best.caption());
    assertFalse(best.parts().containsKey(Feature.CAPTION_COSINE_MAX));
    assertTrue(Files.exists(best.path()), best.path().toString());
  }

  @Test
  void aPhotoIsFoundByAnotherFormOfItsCaptionsWord() throws IOException {
    SearchRequest request = SearchRequest.of("geese").withSignal(Signal.BM25);
    Hit best = index.search(request).hits().getFirst();
    assertEquals("gosling.jpg", best.id());
    assertTrue(best.parts().get(Feature.BM25) > 0);
  }

  @Test
  void hitsAreRankedByAbsoluteScore() throws IOException {
    SearchResponse five = index.search("a castle on a hill");
    assertEquals(5, five.hits().size());
    for (int i = 0; i < 5; i++) {
      Hit hit = five.hits().get(i);
      assertEquals(i + 1, hit.rank());
      assertTrue(hit.score() >= 0 && hit.score() <= 1);
      assertTrue(i == 0 || hit.score() <= five.hits().get(i - 1).score());
    }
    SearchResponse two = index.search(SearchRequest.of("a castle on a hill").withTop(2));
    assertAlike(five.hits().subList(0, 2), two.hits());
  }

  @Test
  void theCutoffLeavesOutWhatScoresLess() throws IOException {
    float second = index.search("a castle").hits().get(1).score();
    SearchResponse cut = index.search(SearchRequest.of("a castle").withMinScore(second));
    assertEquals(2, cut.hits().size());
    assertEquals(2, cut.total());
    assertEquals(0, index.search(SearchRequest.of("a castle").withMinScore(1)).total());
  }

  @ParameterizedTest
  @EnumSource(Signal.class)
  void everySignalRanksByItself(Signal signal) throws IOException {
    SearchResponse response = index.search(SearchRequest.of("a sleeping cat").withSignal(signal));
    assertFalse(response.hits().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "of the",
        "🦒",
        "жираф на траве",
        "זברה בסוואנה",
        "a\u0000b\u0007c",
        "-+\"(:/\\*?[",
        "\ud83d"
      })
  void oddQueriesAreAnswered(String text) throws IOException {
    assertEquals(5, index.search(text).hits().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \t\n"})
  void anEmptyQueryIsRefusedInOneLine(String text) {
    QueryException e = assertThrows(QueryException.class, () -> index.search(text));
    assertEquals("the query is empty; describe what the photo shows", e.getMessage());
  }

  @Test
  void aQueryOfAHundredKilobytesIsRefusedInOneLine() {
    String text = "dog ".repeat(25_600);
    QueryException e = assertThrows(QueryException.class, () -> index.search(text));
    assertEquals("the query has 102400 characters; at most 10000 are searched", e.getMessage());
    assertThrows(QueryException.class, () -> SearchRequest.of("dog").withTop(0));
    assertThrows(QueryException.class, () -> SearchRequest.of("dog").withMinScore(1.5f));
    assertThrows(QueryException.class, () -> SearchRequest.of("dog").withMinScore(Float.NaN));
  }

  @Test
  void theLongestQueryIsAnswered() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < PhotoIndex.MAX_QUERY_LENGTH - 10; i++) {
      text.append(Integer.toString(i, 36)).append(' ');
    }
    assertEquals(5, index.search(text.toString()).hits().size());
  }

  @Test
  void infoCountsWhatTestdataHas() throws IOException {
    IndexInfo info = index.info();
    assertEquals(Files.list(TestPhotos.ALL).count(), info.photos());
    assertEquals(5, info.captionless());
    assertEquals(Files.readAllLines(TestPhotos.CAPTIONS).size() - 1, info.captions());
    assertEquals("ocellus/lite2-minilm-v2", info.modelId());
    assertEquals(896, info.dimension());
    assertEquals(TestPhotos.ALL.toAbsolutePath().normalize(), info.photoFolder());
    assertTrue(info.bytes() > 100_000, "bytes: " + info.bytes());
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    List<String> queries = List.of("a cat", "a rocket", "running water", "geese", "a castle");
    List<List<Hit>> alone = new ArrayList<>();
    for (String query : queries) {
      alone.add(index.search(query).hits());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<List<Hit>>> searches = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String query = queries.get(i % queries.size());
        searches.add(() -> index.search(query).hits());
      }
      int i = 0;
      for (Future<List<Hit>> hits : threads.invokeAll(searches)) {
        assertAlike(alone.get(i++ % queries.size()), hits.get());
      }
    }
  }

  /** The same photos with the same scores. */
  private static void assertAlike(List<Hit> expected, List<Hit> actual) {
    assertEquals(expected.stream().map(Hit::id).toList(), actual.stream().map(Hit::id).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).score(), actual.get(i).score());
    }
  }

  @Test
  void anOpenIndexSeesWhatAnotherWriterCommits() throws IOException {
    Path photos = temp.resolve("growing");
    Path growing = temp.resolve("growing-index");
    TestPhotos.copy("chelsea.jpg", photos.resolve("chelsea.jpg"));
    PhotoIndexer indexer = new PhotoIndexer(IndexOptions.of(photos, growing));
    indexer.run(IndexProgress.NONE);
    try (PhotoIndex open = PhotoIndex.open(growing)) {
      assertEquals("chelsea.jpg", open.search("a cup of espresso").hits().getFirst().id());
      TestPhotos.copy("coffee.jpg", photos.resolve("coffee.jpg"));
      indexer.run(IndexProgress.NONE);
      assertEquals("coffee.jpg", open.search("a cup of espresso").hits().getFirst().id());
      assertEquals(2, open.info().photos());
    }
  }

  @Test
  void whatIsNoIndexIsRefused() throws IOException {
    Path nothing = temp.resolve("nothing");
    IndexException missing = assertThrows(IndexException.class, () -> PhotoIndex.open(nothing));
    assertTrue(missing.getMessage().startsWith("no index at " + nothing), missing.getMessage());
    Files.createDirectories(nothing);
    assertThrows(IndexException.class, () -> PhotoIndex.open(nothing));
  }

  @Test
  void anotherEncoderIsRefusedByName() {
    IndexException e =
        assertThrows(
            IndexException.class,
            () ->
                PhotoIndex.open(
                    folder, new OtherEncoder(), new SingleFeature(Feature.IMAGE_COSINE)));
    assertTrue(
        e.getMessage().contains("ocellus/lite2-minilm-v2")
            && e.getMessage().contains("other/model"),
        e.getMessage());
  }

  @Test
  void aVectorOfAnotherEncodersLengthIsRefused() throws IOException {
    try (PhotoSearcher photos = index.acquire()) {
      QueryException e =
          assertThrows(
              QueryException.class,
              () -> photos.query("a cat", EncodedText.of(new float[512]), Signal.FUSED, null));
      assertEquals(
          "the query's vector has 512 dimensions; those of the index, by encoder"
              + " ocellus/lite2-minilm-v2, have 896",
          e.getMessage());
    }
  }

  private static final class OtherEncoder implements Encoder {
    @Override
    public String modelId() {
      return "other/model";
    }

    @Override
    public int dimension() {
      return 512;
    }

    @Override
    public Preprocessor preprocessor() {
      throw new AssertionError("not asked for");
    }

    @Override
    public List<float[]> encodeTexts(List<String> texts) {
      throw new AssertionError("not asked for");
    }

    @Override
    public List<float[]> encodePhotos(List<float[]> pixels) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void close() {}
  }
}
