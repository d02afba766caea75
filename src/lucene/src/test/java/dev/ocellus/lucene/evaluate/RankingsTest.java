package dev.ocellus.lucene.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.ocellus.lucene.Signal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;

class RankingsTest {

  private static final Map<Signal, ScoreDoc[]> FOUND =
      Map.of(
          Signal.FUSED, hits(1, .9f, 2, .5f, 3, .4f),
          Signal.IMAGE, hits(1, .9f, 2, .8f),
          Signal.CAPTIONS, hits(2, .7f, 3, .6f),
          Signal.BM25, hits(3, .3f));

  private static ScoreDoc[] hits(float... documentsAndScores) {
    ScoreDoc[] hits = new ScoreDoc[documentsAndScores.length / 2];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = new ScoreDoc((int) documentsAndScores[2 * i], documentsAndScores[2 * i + 1]);
    }
    return hits;
  }

  private static Map<String, int[]> documents(Rankings rankings) throws IOException {
    return rankings.documents(List.of(new ReciprocalRankFusion()));
  }

  /** 1 / 62 + 1 / 61 for photo 2, 1 / 62 + 1 / 61 for photo 3, 1 / 61 for photo 1. */
  @Test
  void aFusionJoinsTheSingleSignalsAlone() throws IOException {
    Map<String, int[]> documents = documents(new Rankings(FOUND::get));
    assertArrayEquals(new int[] {2, 3, 1}, documents.get("rrf"));
    assertArrayEquals(new int[] {1, 2, 3}, documents.get("fused"));
    assertArrayEquals(new int[] {3}, documents.get("bm25"));
  }

  @Test
  void aPhotoLeftOutIsInsertedBehindItsEquals() throws IOException {
    Rankings rankings = new Rankings(FOUND::get);
    rankings.insert(9, signal -> signal == Signal.BM25 ? Float.NaN : .5f, 10);
    Map<String, int[]> documents = documents(rankings);
    assertArrayEquals(new int[] {1, 2, 9, 3}, documents.get("fused"));
    assertArrayEquals(new int[] {1, 2, 9}, documents.get("image"));
    assertArrayEquals(new int[] {3}, documents.get("bm25"));
  }

  @Test
  void outsideEveryWindowItIsNoCandidate() throws IOException {
    Rankings rankings = new Rankings(FOUND::get);
    rankings.insert(9, signal -> signal == Signal.FUSED ? 1 : .1f, 1);
    assertArrayEquals(new int[] {1, 2, 3}, documents(rankings).get("fused"));
  }

  /** Photo 9 is among the two best by the image, so photo 2 is not, nor known to fusions there. */
  @Test
  void itTakesThePlaceOfTheLastOfAFullWindow() throws IOException {
    Rankings rankings = new Rankings(FOUND::get);
    rankings.insert(9, signal -> signal == Signal.IMAGE ? .85f : Float.NaN, 2);
    assertArrayEquals(new int[] {1, 9}, documents(rankings).get("image"));
    assertArrayEquals(new int[] {2, 3}, documents(rankings).get("captions"));
  }
}
