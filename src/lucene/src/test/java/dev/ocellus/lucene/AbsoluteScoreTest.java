package dev.ocellus.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
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
        assertEquals(withoutWords(hit), withoutWords(same), text + ", " + hit.id());
        assertEquals(hit.score(), same.score(), DRIFT, text + ", " + hit.id());
        if (hit.caption() == null) {
          assertEquals(hit.score(), same.score(), 0, text + ", no words: " + hit.id());
        }
      }
    }
  }

  private static Map<Feature, Float> withoutWords(Hit hit) {
    Map<Feature, Float> parts = new EnumMap<>(hit.parts());
    parts.keySet().removeIf(feature -> feature.evidence() == Evidence.WORDS);
    return parts;
  }

  @Test
  void aShorterListHasTheSameScores() throws IOException {
    for (String text : QUERIES) {
      Map<String, Hit> all = hits(whole, text, 1000);
      Map<String, Hit> first = hits(whole, text, 3);
      assertEquals(3, first.size());
      first.forEach((id, hit) -> assertEquals(all.get(id).score(), hit.score(), text + ", " + id));
      assertTrue(all.size() > 20, text);
    }
  }
}
