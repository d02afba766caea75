package dev.ocellus.lucene.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.page.RankingQuery;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.BayesianScoreEstimator.Parameters;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;

/** The fusions that need no training, on rankings small enough to compute with by hand. */
class RankFusionTest {

  /** Document numbers of dog.jpg and geese.jpg in {@link SmallCollection#ofThree}. */
  private static final int DOG = 1;

  private static final int GEESE = 4;

  private static ScoreDoc[] ranking(float... documentsAndScores) {
    ScoreDoc[] hits = new ScoreDoc[documentsAndScores.length / 2];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = new ScoreDoc((int) documentsAndScores[2 * i], documentsAndScores[2 * i + 1]);
    }
    return hits;
  }

  private static void assertFused(List<ScoreDoc> fused, double... documentsAndScores) {
    assertEquals(documentsAndScores.length / 2, fused.size(), fused.toString());
    for (int i = 0; i < fused.size(); i++) {
      assertEquals((int) documentsAndScores[2 * i], fused.get(i).doc, fused.toString());
      assertEquals(documentsAndScores[2 * i + 1], fused.get(i).score, 1e-4, fused.toString());
    }
  }

  @Test
  void reciprocalRanksAreSummed() {
    assertFused(
        new ReciprocalRankFusion().fuse(List.of(ranking(7, 9, 8, 5), ranking(8, .3f), ranking())),
        8,
        1 / 62.0 + 1 / 61.0,
        7,
        1 / 61.0);
  }

  /**
   * First ranking: 1, (6 - 2) / (10 - 2) = .5, and .001 for the last; second: equal scores, 1 each.
   * Thirds of: photo 1 1 + 0, photo 2 .5 + 1, photo 3 .001 + 0, photo 4 0 + 1.
   */
  @Test
  void minMaxNormalisesWithinEachRankingAndTakesTheMeanOfAll() {
    List<ScoreDoc[]> rankings =
        List.of(ranking(1, 10, 2, 6, 3, 2), ranking(2, .7f, 4, .7f), ranking());
    assertFused(new MinMaxMean().fuse(rankings), 2, .5, 1, 1 / 3., 4, 1 / 3., 3, .001 / 3);
  }

  @Test
  void minMaxIsNothingToScale() {
    List<ScoreDoc> small =
        new MinMaxMean().fuse(List.<ScoreDoc[]>of(ranking(1, .3f, 2, .2f, 3, .1f)));
    List<ScoreDoc> large = new MinMaxMean().fuse(List.<ScoreDoc[]>of(ranking(1, 32, 2, 22, 3, 12)));
    for (int i = 0; i < 3; i++) {
      assertEquals(small.get(i).doc, large.get(i).doc);
      assertEquals(small.get(i).score, large.get(i).score, 1e-6);
    }
  }

  /**
   * Steepness 2 and midpoint .5 make 1 of the score 1 and 0 of the score .5 on the scale of
   * log-odds, in the second ranking 2 of 2. Softplus ln(1 + e^x) of 1 is 1.3133, of 0 .6931, of 2
   * 2.1269. The dog has 1.3133 + .6931 = 2.0064, the geese 2.1269; times sqrt(2) / 2 that is 1.4187
   * and 1.5040, as probabilities .8052 and .8182.
   */
  @Test
  void logOddsAreLucenesOwn() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree()) {
      LogOddsFusion fusion =
          new LogOddsFusion(
              collection.searcher(), List.of(new Parameters(2, .5f, 0), new Parameters(1, 0, 0)));
      assertFused(
          fusion.fuse(List.of(ranking(DOG, 1), ranking(GEESE, 2, DOG, 0))),
          GEESE,
          .8182,
          DOG,
          .8052);
      assertFused(fusion.fuse(List.of(ranking(), ranking())));
    }
  }

  @Test
  void aRankingAsAQueryExplainsItsScores() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree()) {
      IndexSearcher searcher = collection.searcher();
      RankingQuery query = new RankingQuery(List.of(ranking(GEESE, 3, DOG, 2)));
      Explanation dog = searcher.explain(query, DOG);
      assertEquals(2f, dog.getValue());
      assertTrue(!searcher.explain(query, 0).isMatch());
      assertEquals(query, new RankingQuery(List.of(ranking(DOG, 2, GEESE, 3))));
    }
  }

  /** Median of five scores; deviations -2, -1, 0, 1, 2 from the mean, variance 10 / 5. */
  @Test
  void aSignalIsCalibratedByMedianAndDeviation() {
    Parameters calibration =
        ScoreSamples.calibration(List.of(ranking(1, 5, 2, 4, 3, 3, 4, 2, 5, 1)));
    assertEquals(3, calibration.beta());
    assertEquals(1 / Math.sqrt(2), calibration.alpha(), 1e-6);
    assertEquals(new Parameters(1, 0, 0), ScoreSamples.calibration(List.of()));
  }
}
