package dev.ocellus.lucene.group;

import static dev.ocellus.lucene.SmallCollection.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.index.IndexedPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;

/** The order of four photos, derived by hand. */
class MaximalMarginalRelevanceTest {

  /** Cosines: a and b .96, a and c .6, b and c .8, d with each 0. */
  private static final IndexedPhoto[] PHOTOS = {
    photo("a", vector(1, 0, 0, 0)),
    photo("b", vector(.96f, .28f, 0, 0)),
    photo("c", vector(.6f, .8f, 0, 0)),
    photo("d", vector(0, 0, 1, 0))
  };

  private static final float[] SCORES = {.9f, .8f, .7f, .3f};

  private static IndexedPhoto photo(String id, float[] vector) {
    return SmallCollection.photo(id, vector, List.of(), List.of());
  }

  /** The photos' letters, in their new order; the same if each is in a segment of its own. */
  private static String order(double lambda, int depth) throws IOException {
    String order = order(false, lambda, depth);
    assertEquals(order, order(true, lambda, depth));
    return order;
  }

  private static String order(boolean segments, double lambda, int depth) throws IOException {
    try (SmallCollection collection = new SmallCollection(segments, PHOTOS)) {
      StringBuilder order = new StringBuilder();
      for (ScoreDoc hit :
          new MaximalMarginalRelevance(lambda, depth)
              .reorder(collection.searcher().getIndexReader(), hits(collection))) {
        order.append(collection.id(hit.doc));
      }
      return order.toString();
    }
  }

  /** The photos from best to worst. */
  private static List<ScoreDoc> hits(SmallCollection collection) throws IOException {
    List<ScoreDoc> hits = new ArrayList<>();
    for (IndexedPhoto photo : PHOTOS) {
      hits.add(new ScoreDoc(collection.document(photo.id()), SCORES[hits.size()]));
    }
    return hits;
  }

  @Test
  void lambdaOneLeavesTheRanking() throws IOException {
    assertEquals("abcd", order(1, 4));
  }

  /** After a: b .4 - .48 = -.08, c .35 - .3 = .05, d .15. After d: b -.08, c .05. So b is last. */
  @Test
  void theUnlikeComeForwardAndTheAlikeGoBack() throws IOException {
    assertEquals("adcb", order(.5, 4));
  }

  /** After a: b .64 - .192 = .448, c .56 - .12 = .44, d .24. After b: c .56 - .16 = .4, d .24. */
  @Test
  void aGreaterLambdaTrustsTheScoreMore() throws IOException {
    assertEquals("abcd", order(.8, 4));
  }

  /** After a: d 0, c -.6, b -.96. After d: c -.6. */
  @Test
  void lambdaZeroLooksAtThePicturesAlone() throws IOException {
    assertEquals("adcb", order(0, 4));
  }

  /** Among a, b and c alone: c .05 goes before b -.08. */
  @Test
  void hitsBelowTheDepthStayWhereTheyAre() throws IOException {
    assertEquals("acbd", order(.5, 3));
    assertEquals("abcd", order(.5, 1));
    assertEquals("adcb", order(.5, 1000));
  }

  @Test
  void scoresStayAsTheyWere() throws IOException {
    try (SmallCollection collection = new SmallCollection(false, PHOTOS)) {
      List<ScoreDoc> hits = hits(collection);
      List<ScoreDoc> reordered =
          new MaximalMarginalRelevance(.5, 4).reorder(collection.searcher().getIndexReader(), hits);
      assertEquals(List.of(.9f, .3f, .7f, .8f), reordered.stream().map(hit -> hit.score).toList());
      assertEquals(4, hits.size());
    }
  }

  @Test
  void ofNothingNothingIsMade() throws IOException {
    try (SmallCollection collection = new SmallCollection(false)) {
      assertEquals(
          List.of(),
          new MaximalMarginalRelevance(.5, 4)
              .reorder(collection.searcher().getIndexReader(), List.of()));
    }
  }

  @Test
  void limitsAreTold() {
    assertEquals(
        "lambda must be in [0, 1], got 1.5",
        assertThrows(IllegalArgumentException.class, () -> new MaximalMarginalRelevance(1.5, 4))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new MaximalMarginalRelevance(Double.NaN, 4));
    assertEquals(
        "depth must be in [1, 1000], got 0",
        assertThrows(IllegalArgumentException.class, () -> new MaximalMarginalRelevance(.5, 0))
            .getMessage());
  }
}
