package dev.ocellus.lucene.group;

import static dev.ocellus.lucene.SmallCollection.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.group.NearDuplicates.Limit;
import dev.ocellus.lucene.index.IndexedPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;

/** Which of a few photos stand as one, derived by hand. */
class NearDuplicatesTest {

  private static final NearDuplicates LIMITS =
      new NearDuplicates(List.of(new Limit(4, .9f), new Limit(1, .5f)));

  /**
   * @param hash its perceptual hash
   * @param x the first of its vector's two numbers, 0 to 1: its cosine with a vector of x = 1
   */
  private static IndexedPhoto photo(String id, long hash, double x) {
    float[] vector = vector((float) x, (float) Math.sqrt(1 - x * x), 0, 0);
    return new IndexedPhoto(
        id,
        "0".repeat(64),
        new IndexedPhoto.Picture(vector, 0, hash, 640, 480, null),
        List.of(),
        List.of());
  }

  /** The groups of photos ranked in this order: "ac b" for a and c, led by a, and b. */
  private static String groups(IndexedPhoto... photos) throws IOException {
    try (SmallCollection collection = new SmallCollection(false, photos)) {
      List<ScoreDoc> hits = new ArrayList<>();
      for (int i = 0; i < photos.length; i++) {
        hits.add(new ScoreDoc(i, 1f / (i + 1)));
      }
      StringBuilder groups = new StringBuilder();
      for (HitGroup group : LIMITS.group(collection.searcher().getIndexReader(), hits)) {
        assertEquals(group.size(), group.members().size());
        for (ScoreDoc hit : group.members()) {
          groups.append(collection.id(hit.doc));
        }
        groups.append(' ');
      }
      return groups.toString().strip();
    }
  }

  @Test
  void bothHashAndVectorMustBeNear() throws IOException {
    assertEquals("ab", groups(photo("a", 0b0000, 1), photo("b", 0b1111, .9)));
    assertEquals("a b", groups(photo("a", 0b0000, 1), photo("b", 0b11111, .9)));
    assertEquals("a b", groups(photo("a", 0b0000, 1), photo("b", 0b1111, .89)));
  }

  @Test
  void theLessOneDiffersTheMoreTheOtherMay() throws IOException {
    assertEquals("ab", groups(photo("a", 0b00, 1), photo("b", 0b01, .5)));
    assertEquals("a b", groups(photo("a", 0b00, 1), photo("b", 0b11, .5)));
    assertEquals("a b", groups(photo("a", 0b00, 1), photo("b", 0b00, .49)));
  }

  @Test
  void theBestStandsAndTheRankingStays() throws IOException {
    assertEquals(
        "ac be d",
        groups(
            photo("a", 0, 1),
            photo("b", -1, 1),
            photo("c", 1, 1),
            photo("d", 0xFF, 1),
            photo("e", -2, 1)));
  }

  /** c is 3 bits from b and b 3 from a, but c 6 from a. */
  @Test
  void thereAreNoChains() throws IOException {
    assertEquals(
        "ab c", groups(photo("a", 0, 1), photo("b", 0b000111, 1), photo("c", 0b111111, 1)));
    assertEquals("bac", groups(photo("b", 0b000111, 1), photo("a", 0, 1), photo("c", 0b111111, 1)));
  }

  @Test
  void aHitMayBeOfAnySegment() throws IOException {
    IndexedPhoto[] photos = {photo("a", 0, 1), photo("b", 0xFF, 1), photo("c", 0, 1)};
    try (SmallCollection collection = new SmallCollection(true, photos)) {
      // Every second document is a deleted version of the photo that follows.
      List<ScoreDoc> hits =
          List.of(new ScoreDoc(5, .9f), new ScoreDoc(3, .8f), new ScoreDoc(1, .7f));
      List<HitGroup> groups = LIMITS.group(collection.searcher().getIndexReader(), hits);
      assertEquals(
          List.of(
              new HitGroup(hits.get(0), List.of(hits.get(2))),
              new HitGroup(hits.get(1), List.of())),
          groups);
    }
  }

  @Test
  void limitsAreTold() {
    assertEquals(
        "the hash distance must be in [0, 64], got 65",
        assertThrows(IllegalArgumentException.class, () -> new Limit(65, .9f)).getMessage());
    assertEquals(
        "the cosine must be in [-1, 1], got 1.5",
        assertThrows(IllegalArgumentException.class, () -> new Limit(4, 1.5f)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new NearDuplicates(List.of()));
  }
}
