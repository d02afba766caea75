package dev.ocellus.lucene.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.lucene.QueryException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScoreCutTest {

  private static float cut(float... scores) {
    return ScoreCut.AUTO.minScore(scores);
  }

  /**
   * Expected to fit: 2. F of the first k: 2 * .9 / (1 + 2) = .6, 2 * 1.7 / 4 = .85, 2 * 1.8 / 5 =
   * .72, 2 * 1.9 / 6, 2 * 2 / 7. The third's .1 is below .85 / 2.
   */
  @Test
  void twoThatFitAreShownAndThreeThatDoNotAreNot() {
    assertEquals(.8f, cut(.9f, .8f, .1f, .1f, .1f, .09f, .09f));
  }

  /**
   * Of one photo: F = 2p / (1 + p), nothing is right with 1 - p. Equal at p = sqrt(2) - 1 = .414.
   */
  @Test
  void aSinglePhotoIsShownFromFourTenthsOn() {
    assertEquals(.42f, cut(.42f));
    assertEquals(Float.POSITIVE_INFINITY, cut(.41f));
  }

  @Test
  void equalScoresAreShownTogether() {
    assertEquals(.6f, cut(.6f, .6f, .6f));
  }

  @Test
  void nothingFoundIsNothingShown() {
    assertEquals(Float.POSITIVE_INFINITY, cut());
    assertEquals(Float.POSITIVE_INFINITY, cut(0, 0));
  }

  /** A thousand of .09 promise ninety photos that fit, but none of them is likely to. */
  @Test
  void manyThatHardlyFitAreNoReason() {
    float[] scores = new float[1000];
    Arrays.fill(scores, .09f);
    assertEquals(Float.POSITIVE_INFINITY, cut(scores));
    scores[0] = .9f;
    assertEquals(.9f, cut(scores));
  }

  @Test
  void certaintyIsShown() {
    assertEquals(1, cut(1, 0, 0));
  }

  @Test
  void aCutIsANumberOrAuto() {
    assertEquals(ScoreCut.AUTO, ScoreCut.parse("cut", " AUTO"));
    assertEquals(new ScoreCut.Fixed(.25f), ScoreCut.parse("cut", "0.25"));
    assertEquals(.25f, ScoreCut.parse("cut", "0.25").minScore(new float[] {.1f}));
    assertEquals("0.25", ScoreCut.parse("cut", "0.25").toString());
    for (String bad : new String[] {"", "some", "-0.1", "1.1", "NaN", "0,5"}) {
      QueryException error =
          assertThrows(QueryException.class, () -> ScoreCut.parse("cut", bad), "cut " + bad);
      assertEquals("cut must be in [0, 1] or auto", error.getMessage().split(", got")[0]);
    }
  }
}
