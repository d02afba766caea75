package dev.ocellus.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Evidence;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a photo scores does not depend on what else was found, shown or indexed. */
class AbsoluteScoreTest {

  private static final List<String> QUERIES =
      List.of("a golden temple by the water", "two people", "a cat", "red flowers on a table");

  /** The most that word statistics of twice the photos may move a score. */
  private static final double DRIFT = .15;

  /** Sums of floats differ in their last digits by the order that the processor adds them in. */
  private static final double ROUNDING = 1e-5;

  @TempDir private static Path temp;
  private static Path half;
  private static Path whole;

  @BeforeAll
  static void index() throws IOException {
    Path photos = Files.createDirectory(temp.resolve("photos"));
    List<Path> files;
    try (Stream<Path> all = Files.list(TestPhotos.ALL)) {
      files = all.sorted().toList();
    }
    half = temp.resolve("half");
    whole = temp.resolve("whole");
    for (Path file : files.subList(0, files.size() / 2)) {
      Files.copy(file, photos.resolve(file.getFileName().toString()));
    }
    index(photos, half);
    for (Path file : files.subList(files.size() / 2, files.size())) {
      Files.copy(file, photos.resolve(file.getFileName().toString()));
    }
    index(photos, whole);
  }

  private static void index(Path photos, Path index) throws IOException {
    new PhotoIndexer(IndexOptions.of(photos, index).withCaptions(TestPhotos.CAPTIONS))
        .run(IndexProgress.NONE);
  }

  private static Map<String, Hit> hits(Path index, String text, int top) throws IOException {
    try (PhotoIndex photos = PhotoIndex.open(index)) {
      Map<String, Hit> hits = new HashMap<>();
      photos.search(SearchRequest.of(text).withTop(top)).hits().forEach(h -> hits.put(h.id(), h));
      return hits;
    }
  }

  @Test
  void ofMorePhotosOnlyTheStatisticsOfWordsDrift() throws IOException {
    for (String text : QUERIES) {
      Map<String, Hit> more = hits(whole, text, 1000);
      for (Hit hit : hits(half, text, 1000).values()) {
        Hit same = more.get(hit.id());
        assertSameButForWords(hit, same);
        assertEquals(hit.score(), same.score(), DRIFT, text + ", " + hit.id());
        if (hit.caption() == null) {
          assertEquals(hit.score(), same.score(), ROUNDING, text + ", no words: " + hit.id());
        }
      }
    }
  }

  private static void assertSameButForWords(Hit one, Hit other) {
    assertEquals(one.parts().keySet(), other.parts().keySet());
    one.parts()
        .forEach(
            (feature, value) -> {
              if (feature.evidence() != Evidence.WORDS) {
                assertEquals(
                    value, other.parts().get(feature), ROUNDING, one.id() + ", " + feature.key());
              }
            });
  }

  @Test
  void aShorterListHasTheSameScores() throws IOException {
    for (String text : QUERIES) {
      Map<String, Hit> all = hits(whole, text, 1000);
      Map<String, Hit> first = hits(whole, text, 3);
      assertEquals(3, first.size());
      first.forEach(
          (id, hit) -> assertEquals(all.get(id).score(), hit.score(), ROUNDING, text + ", " + id));
      assertTrue(all.size() > 20, text);
    }
  }
}
