package dev.ocellus.lucene.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.lucene.FieldPhotos;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.fields.FieldKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts over the photos of {@link FieldPhotos}. */
class FacetCounterTest {

  private static FieldPhotos photos;

  @BeforeAll
  static void open() throws IOException {
    photos = new FieldPhotos();
  }

  @AfterAll
  static void close() throws IOException {
    photos.close();
  }

  private static Facet count(String field, int top, String hits) throws IOException {
    return new FacetCounter(photos.reader(), FieldPhotos.FIELDS)
        .count(new FacetRequest(field, top), photos.hits(hits));
  }

  /** A facet by its values and counts in turns. */
  private static Facet facet(String field, int values, int known, int missing, Object... counts) {
    return new Facet(
        field,
        IntStream.range(0, counts.length / 2)
            .mapToObj(i -> new FacetCount(counts[2 * i], (int) counts[2 * i + 1]))
            .toList(),
        values,
        known,
        missing);
  }

  @Test
  void aPhotoCountsOnceWithEachOfItsTags() throws IOException {
    assertEquals(facet("tag", 3, 4, 1, "beach", 3, "city", 2, "dog", 1), count("tag", 10, "edcba"));
  }

  @Test
  void onlyTheHitsCount() throws IOException {
    assertEquals(facet("tag", 2, 2, 0, "beach", 1, "city", 1), count("tag", 10, "cb"));
    assertEquals(facet("tag", 0, 0, 1), count("tag", 10, "e"));
    assertEquals(facet("tag", 0, 0, 0), count("tag", 10, ""));
    assertEquals(facet("stars", 0, 0, 0), count("stars", 10, ""));
  }

  @Test
  void theMostFrequentValuesAreShownAndAllAreCounted() throws IOException {
    assertEquals(facet("tag", 3, 4, 1, "beach", 3), count("tag", 1, "abcde"));
    assertEquals(facet("stars", 3, 4, 1, 5L, 2, -3L, 1), count("stars", 2, "abcde"));
  }

  @Test
  void numbersAndDatesCountByTheirValues() throws IOException {
    assertEquals(facet("stars", 3, 4, 1, 5L, 2, -3L, 1, 4L, 1), count("stars", 10, "abcde"));
    assertEquals(facet("aperture", 2, 3, 2, 1.4, 2, 2.8, 1), count("aperture", 10, "abcde"));
    assertEquals(
        facet("day", 2, 3, 2, "2020-05-17", 2, "2021-01-02T03:04:05", 1),
        count("day", 10, "abcde"));
    assertEquals(facet("year", 3, 4, 1, 2020L, 2, 1969L, 1, 2021L, 1), count("year", 10, "abcde"));
    assertEquals(facet("width", 1, 5, 0, 640L, 5), count("width", 10, "abcde"));
  }

  @Test
  void aFieldThatNoPhotoHasIsEmpty() throws IOException {
    assertEquals(facet("policy_category", 0, 0, 2), count("policy_category", 10, "ab"));
    FacetCounter counter =
        new FacetCounter(photos.reader(), FieldPhotos.FIELDS.with("altitude", FieldKind.LONG));
    assertEquals(
        facet("altitude", 0, 0, 2), counter.count(FacetRequest.of("altitude"), photos.hits("ab")));
  }

  @Test
  void aCounterMayBeAskedAgain() throws IOException {
    FacetCounter counter = new FacetCounter(photos.reader(), FieldPhotos.FIELDS);
    for (String hits : List.of("ab", "ab", "c")) {
      assertEquals(
          count("author", 10, hits), counter.count(FacetRequest.of("author"), photos.hits(hits)));
    }
  }

  @Test
  void whatCannotBeCountedIsOneClearLine() {
    String countable =
        "; fields to count by are: id, tag, taken_at, year, width, height, content_sha256, model_id,"
            + " policy_category, policy_action, author, stars, aperture, day";
    for (String field : Arrays.asList("tgas", "caption", "note", "image_vector")) {
      assertEquals(
          "cannot count by \"" + field + "\"" + countable,
          assertThrows(QueryException.class, () -> count(field, 10, "ab")).getMessage());
    }
    assertEquals(
        "facet tag: the number of values must be in [1, 1000], got 0",
        assertThrows(QueryException.class, () -> new FacetRequest("tag", 0)).getMessage());
  }
}
