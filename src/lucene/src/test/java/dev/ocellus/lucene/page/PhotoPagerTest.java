package dev.ocellus.lucene.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.page.SortKey.Missing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;

/** What a user who turns pages sees. */
class PhotoPagerTest {

  private static final long QUERY = PageToken.queryHash("dog beach");
  private static final String SEEDED = "seed " + ClusteredPhotos.SEED;

  private static PhotoPager pager(DirectoryReader reader, Listing listing, long pointInTime) {
    return new PhotoPager(
        new IndexSearcher(reader),
        listing,
        new SortableFields(FieldCatalogue.BUILT_IN),
        QUERY,
        pointInTime);
  }

  private static List<String> ids(DirectoryReader reader, PhotoPage page) throws IOException {
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : page.hits()) {
      ids.add(reader.storedFields().document(hit.doc).get(PhotoSchema.ID));
    }
    return ids;
  }

  /** Token as text, as it comes from another process. */
  private static PageRequest next(PageRequest request, PhotoPage page) {
    PageToken token = page.next();
    if (token == null) {
      return request.after(null);
    }
    String text = token.toString();
    assertTrue(text.length() < 120, "a token does not grow with depth: " + text);
    return request.after(PageToken.parse(text));
  }

  /** A thread writes between and during the pages; the point in time keeps its commit. */
  @Test
  void pagesOfAPointInTimeHoldWhileTheIndexIsWritten() throws Exception {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(300).add(100);
        PointsInTime<DirectoryReader> points = new PointsInTime<>(Duration.ofMinutes(1), 3)) {
      Set<String> before = photos.ids();
      long point = points.open(photos.open());
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 20; i++) {
                      photos.changeUnchecked(i + ".jpg", (i + 50) + ".jpg");
                    }
                  });
      PageRequest request = PageRequest.first(23);
      Set<String> seen = new HashSet<>();
      for (int pages = 0; request.after() != null || pages == 0; pages++) {
        PageRequest asked = request;
        request =
            points.use(
                point,
                reader -> {
                  PhotoPage page = pager(reader, Listing.of(photos.query(20)), point).read(asked);
                  assertEquals(List.of(), page.notes());
                  for (String id : ids(reader, page)) {
                    assertTrue(seen.add(id), SEEDED + ": twice " + id);
                  }
                  return next(asked, page);
                });
        if (pages == 3) {
          writer.join();
        }
      }
      assertEquals(before, seen, SEEDED);
    }
  }

  /** No reader is kept: the next page comes from the new commit, behind the last score. */
  @Test
  void withoutAPointInTimeAChangedIndexGoesOnBehindTheLastPhoto() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(200)) {
      PageRequest request = PageRequest.first(10);
      PhotoPage first;
      List<String> shown;
      try (DirectoryReader reader = photos.open()) {
        first = pager(reader, Listing.of(photos.query(20)), PointsInTime.NONE).read(request);
        shown = ids(reader, first);
      }
      photos.change(shown.getLast(), shown.getFirst());
      try (DirectoryReader reader = photos.open()) {
        PhotoPage second =
            pager(reader, Listing.of(photos.query(20)), PointsInTime.NONE)
                .read(next(request, first));
        assertEquals(List.of(PhotoPager.CHANGED), second.notes());
        assertEquals(10, second.hits().size());
        float last = first.hits().getLast().score;
        assertTrue(second.hits().stream().allMatch(hit -> hit.score <= last));
        PhotoPage third =
            pager(reader, Listing.of(photos.query(20)), PointsInTime.NONE)
                .read(next(request, second));
        assertEquals(List.of(), third.notes(), "the second page's token is of this commit");
      }
    }
  }

  /** Half the photos have no date; of equal values the one indexed earlier comes first. */
  @Test
  void aFieldOrdersWhatReachesTheScore() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(200).add(100);
        DirectoryReader reader = photos.open()) {
      for (SortKey key :
          List.of(
              SortKey.parse("taken_at"),
              SortKey.parse("taken_at:desc"),
              SortKey.parse("taken_at:desc:missing-first"),
              SortKey.parse("id:desc"),
              SortKey.parse("score:asc"))) {
        PageRequest request = PageRequest.first(17).withSort(key).withCut(new ScoreCut.Fixed(.1f));
        List<String> listed = new ArrayList<>();
        List<ScoreDoc> hits = new ArrayList<>();
        int total;
        do {
          PhotoPage page =
              pager(reader, Listing.of(photos.query(20)), PointsInTime.NONE).read(request);
          listed.addAll(ids(reader, page));
          hits.addAll(page.hits());
          total = page.total();
          request = next(request, page);
        } while (request.after() != null);
        assertEquals(total, listed.size(), key.toString());
        assertEquals(total, new HashSet<>(listed).size(), key.toString());
        assertTrue(hits.stream().allMatch(hit -> hit.score >= .1f), key.toString());
        assertTrue(total > 20 && total < 300, total + " photos");
        if (!key.field().equals(SortKey.SCORE)) {
          List<String> expected = new ArrayList<>(listed);
          ClusteredPhotos.sort(expected, key);
          assertEquals(expected, listed, key.toString());
        } else {
          for (int i = 1; i < hits.size(); i++) {
            assertTrue(hits.get(i - 1).score <= hits.get(i).score);
          }
        }
      }
    }
  }

  @Test
  void anAutomaticCutStaysFromPageToPage() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(300);
        DirectoryReader reader = photos.open()) {
      PageRequest request = PageRequest.first(5).withCut(ScoreCut.AUTO);
      PhotoPage page = pager(reader, Listing.of(photos.query(20)), 0).read(request);
      PhotoPage second = pager(reader, Listing.of(photos.query(20)), 0).read(next(request, page));
      assertTrue(page.minScore() >= ExpectedF1.LEAST);
      assertEquals(page.minScore(), second.minScore());
      assertTrue(second.hits().getLast().score >= page.minScore());
    }
  }

  @Test
  void whatCannotBeAnsweredIsOneLine() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(30);
        DirectoryReader reader = photos.open()) {
      PhotoPager pager = pager(reader, Listing.of(photos.query(10)), 0);
      PageRequest request = PageRequest.first(5);
      assertLine(
          "cannot sort by \"colour\"; sortable are: score, id, tag, taken_at, year, width, height,"
              + " content_sha256, model_id, policy_category, policy_action",
          () -> pager.read(request.withSort(SortKey.parse("colour"))));
      assertLine(
          "the page token is of another query; ask with the words, filters, order and minimum score of"
              + " the first page, or without the token",
          () -> pager.read(next(request, pager.read(request)).withSort(SortKey.parse("id"))));
      assertLine("size must be in [1, 1000], got 0", () -> PageRequest.first(0));
      assertLine("from must be 0 or more, got -1", () -> request.withFrom(-1));
      assertLine(
          "from + size must be at most 10000, got 9996 + 5; further hits are reached by page tokens",
          () -> request.withFrom(9996));
      assertLine(
          "from counts from the first hit; leave it out with a page token",
          () -> next(request, pager.read(request)).withFrom(1));
      assertLine(
          "cannot sort by \"id:up\"; write FIELD, FIELD:asc or FIELD:desc, with :missing-first where"
              + " photos without a value come first",
          () -> SortKey.parse("id:up"));
    }
  }

  @Test
  void aSortKeyReadsAsItIsWritten() {
    assertEquals(new SortKey("score", true, Missing.LAST), SortKey.parse("score"));
    assertEquals(new SortKey("year", false, Missing.LAST), SortKey.parse("year"));
    assertEquals("year:desc:missing-first", SortKey.parse(" year:DESC:missing-first").toString());
    assertFalse(SortKey.parse("score:asc").descending());
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void assertLine(String line, Attempt attempt) {
    assertEquals(line, assertThrows(QueryException.class, attempt::run).getMessage());
  }
}
