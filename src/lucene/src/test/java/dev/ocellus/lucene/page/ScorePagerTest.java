package dev.ocellus.lucene.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.query.CandidateSource;
import dev.ocellus.lucene.query.HybridQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;

/** Listings to the last photo. */
class ScorePagerTest {

  private static final String SEEDED = "seed " + ClusteredPhotos.SEED;

  private static String id(IndexSearcher searcher, ScoreDoc hit) throws IOException {
    return searcher.storedFields().document(hit.doc).get(PhotoSchema.ID);
  }

  private static ScorePager pager(IndexSearcher searcher, Listing listing, float minScore) {
    return new ScorePager(new BandReader(searcher, listing), listing.width(), minScore);
  }

  /** All pages of a listing, each of a size drawn from 1 to {@code most}. */
  private static List<ScoreDoc> walk(
      IndexSearcher searcher, Listing listing, float minScore, int most) throws IOException {
    Random sizes = new Random(ClusteredPhotos.SEED);
    List<ScoreDoc> all = new ArrayList<>();
    Position position = Position.START;
    while (position != null) {
      int size = 1 + sizes.nextInt(most);
      // A new pager for each page, as another process would have it.
      ScorePager.Page page = pager(searcher, listing, minScore).read(position, 0, size);
      all.addAll(page.hits());
      position = page.next();
      assertTrue(position == null || page.hits().size() == size, "only the last may be short");
      assertTrue(!page.hits().isEmpty(), SEEDED + ": an empty page");
    }
    return all;
  }

  private static Set<String> ids(IndexSearcher searcher, List<ScoreDoc> hits) throws IOException {
    Set<String> ids = new HashSet<>();
    for (ScoreDoc hit : hits) {
      assertTrue(ids.add(id(searcher, hit)), SEEDED + ": twice " + id(searcher, hit));
    }
    return ids;
  }

  /** 2,000 photos in two segments; a graph finds the first band, approximately. */
  @Test
  void everyPhotoIsOnExactlyOnePage() throws IOException {
    try (ClusteredPhotos photos =
            new ClusteredPhotos().add(1200).add(800).delete("7.jpg").delete("1500.jpg");
        DirectoryReader reader = photos.open()) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Set<String> all = photos.ids();
      all.removeAll(Set.of("7.jpg", "1500.jpg"));
      for (Set<CandidateSource> sources :
          List.of(Set.of(CandidateSource.values()), Set.of(CandidateSource.IMAGE))) {
        HybridQuery query = photos.query(100).withSources(sources);
        List<ScoreDoc> listed = walk(searcher, Listing.of(query), 0, 300);
        assertEquals(all, ids(searcher, listed), SEEDED);
      }
    }
  }

  /** The first band holds at most three times the window; in each band scores fall. */
  @Test
  void aBandIsInOrderOfScoreAndCandidatesComeFirst() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(300).add(200);
        DirectoryReader reader = photos.open()) {
      IndexSearcher searcher = new IndexSearcher(reader);
      HybridQuery query = photos.query(40);
      List<ScoreDoc> candidates = List.of(searcher.search(query, 500).scoreDocs);
      List<ScoreDoc> listed = walk(searcher, Listing.of(query), 0, 100);
      assertEquals(500, listed.size(), SEEDED);
      int bands = 1;
      for (int i = 1; i < listed.size(); i++) {
        ScoreDoc before = listed.get(i - 1);
        if (!Place.behind(before).isBefore(listed.get(i))) {
          bands++;
          assertTrue(i >= candidates.size(), SEEDED + ": a rise among the candidates");
        }
      }
      for (int i = 0; i < candidates.size(); i++) {
        assertEquals(candidates.get(i).doc, listed.get(i).doc, SEEDED);
      }
      assertTrue(bands <= 1 + 500 / 40 + 1, SEEDED + ": " + bands + " bands");
    }
  }

  /** A photo scores the same whichever band it comes in: as a query of all photos has it. */
  @Test
  void scoresAreThoseOfAnExhaustiveSearch() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(200).add(100);
        DirectoryReader reader = photos.open()) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Map<Integer, Float> exhaustive = new HashMap<>();
      for (ScoreDoc hit : searcher.search(photos.query(300), 300).scoreDocs) {
        exhaustive.put(hit.doc, hit.score);
      }
      for (ScoreDoc hit : walk(searcher, Listing.of(photos.query(20)), 0, 70)) {
        assertEquals(exhaustive.get(hit.doc), hit.score, SEEDED);
      }
    }
  }

  @Test
  void aFilterIsListedToItsLastPhoto() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(400);
        DirectoryReader reader = photos.open()) {
      IndexSearcher searcher = new IndexSearcher(reader);
      HybridQuery query =
          photos.query(20).withFilter(new PrefixQuery(new Term(PhotoSchema.ID, "1")));
      Set<String> ones = photos.ids();
      ones.removeIf(id -> !id.startsWith("1"));
      assertEquals(ones, ids(searcher, walk(searcher, Listing.of(query), 0, 30)), SEEDED);
    }
  }

  /** The listing ends at the first band of which no photo reaches the score. */
  @Test
  void aLeastScoreEndsIt() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(500);
        DirectoryReader reader = photos.open()) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Listing listing = Listing.of(photos.query(20));
      List<ScoreDoc> exhaustive = List.of(searcher.search(photos.query(500), 500).scoreDocs);
      float half = exhaustive.get(60).score;
      List<ScoreDoc> listed = walk(searcher, listing, half, 15);
      assertTrue(listed.stream().allMatch(hit -> hit.score >= half));
      assertEquals(61, ids(searcher, listed).size(), 5, SEEDED + ": of 61 that reach it");
      assertEquals(0, pager(searcher, listing, 1).read(Position.START, 0, 5).hits().size());
      assertNull(pager(searcher, listing, 1).read(Position.START, 0, 5).next());
    }
  }

  /** All have the same score: the one indexed earlier comes first, none twice. */
  @Test
  void equalScoresGoByDocument() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(50).add(50);
        DirectoryReader reader = photos.open()) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Listing listing = Listing.of(new ConstantScoreQuery(PhotoSchema.PHOTOS));
      List<ScoreDoc> listed = walk(searcher, listing, 0, 7);
      assertEquals(photos.ids(), ids(searcher, listed));
      for (int i = 1; i < listed.size(); i++) {
        assertTrue(listed.get(i - 1).doc < listed.get(i).doc);
      }
    }
  }

  @Test
  void countingFromTheFirstHitGivesTheSame() throws IOException {
    try (ClusteredPhotos photos = new ClusteredPhotos().add(300);
        DirectoryReader reader = photos.open()) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Listing listing = Listing.of(photos.query(10));
      List<ScoreDoc> listed = walk(searcher, listing, 0, 30);
      for (int from : new int[] {0, 5, 29, 30, 31, 200, 295}) {
        ScorePager.Page page = pager(searcher, listing, 0).read(Position.START, from, 10);
        int end = Math.min(300, from + 10);
        assertEquals(
            listed.subList(from, end).stream().map(hit -> hit.doc).toList(),
            page.hits().stream().map(hit -> hit.doc).toList());
        assertEquals(end == 300, page.next() == null);
      }
      assertTrue(pager(searcher, listing, 0).read(Position.START, 300, 10).hits().isEmpty());
    }
  }
}
