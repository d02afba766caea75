package dev.ocellus.lucene.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.lucene.FieldPhotos;
import dev.ocellus.lucene.QueryException;
import java.io.IOException;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Groups of the photos of {@link FieldPhotos}. */
class FieldGroupsTest {

  private static FieldPhotos photos;

  @BeforeAll
  static void open() throws IOException {
    photos = new FieldPhotos();
  }

  @AfterAll
  static void close() throws IOException {
    photos.close();
  }

  /** The groups of hits ranked in this order: "ac b" for a and c, led by a, and b. */
  private static String groups(String field, String hits) throws IOException {
    StringBuilder groups = new StringBuilder();
    for (HitGroup group :
        FieldGroups.of(field, FieldPhotos.FIELDS).group(photos.reader(), photos.hits(hits))) {
      for (ScoreDoc hit : group.members()) {
        groups.append(photos.id(hit));
      }
      groups.append(' ');
    }
    return groups.toString().strip();
  }

  @Test
  void theBestOfEachValueStandsAndTheRankingStays() throws IOException {
    assertEquals("ac b", groups("author", "abc"));
    assertEquals("ca b", groups("author", "cba"));
  }

  @Test
  void photosWithoutAValueStandAlone() throws IOException {
    assertEquals("d ca e b", groups("author", "dceab"));
  }

  /** d has beach and city, a beach and dog: of both the first by the alphabet counts. */
  @Test
  void ofSeveralValuesTheSmallestCounts() throws IOException {
    assertEquals("c dab e", groups("tag", "cdaeb"));
  }

  @Test
  void numbersAndDatesGroupToo() throws IOException {
    assertEquals("ac b d e", groups("stars", "abcde"));
    assertEquals("ad b c e", groups("aperture", "abcde"));
    assertEquals("ab c d e", groups("day", "abcde"));
    assertEquals("e c ba d", groups("year", "ecbad"));
    assertEquals("edcba", groups("width", "edcba"));
  }

  @Test
  void ofNothingNothingIsMade() throws IOException {
    assertEquals("", groups("author", ""));
  }

  @Test
  void whatCannotBeGroupedByIsOneClearLine() {
    assertEquals(
        "cannot group by \"caption\"; fields to group by are: id, tag, taken_at, year, width,"
            + " height, content_sha256, model_id, policy_category, policy_action, author, stars,"
            + " aperture, day",
        assertThrows(QueryException.class, () -> FieldGroups.of("caption", FieldPhotos.FIELDS))
            .getMessage());
    assertThrows(QueryException.class, () -> FieldGroups.of("autor", FieldPhotos.FIELDS));
  }
}
