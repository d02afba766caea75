package dev.ocellus.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FeatureCurveTest {
  // Rises by 1 over 0..0.5, by 3 over 0.5..1: slopes 2 and 6.
  private final FeatureCurve bm25 =
      new FeatureCurve(Feature.BM25, new double[] {0, 0.5, 1}, new double[] {-1, 0, 3}, -0.5);

  @Test
  void interpolatesBetweenKnots() {
    assertEquals(-1, bm25.at(0));
    assertEquals(-0.5, bm25.at(0.25), 1e-12);
    assertEquals(0, bm25.at(0.5));
    assertEquals(1.5, bm25.at(0.75), 1e-12);
    assertEquals(3, bm25.at(1));
  }

  @Test
  void aSimilarityGoesOnWithItsOuterSlopes() {
    assertEquals(-1 - 2 * 0.5, bm25.at(-0.5), 1e-12);
    assertEquals(3 + 6 * 0.5, bm25.at(1.5), 1e-12);
  }

  @Test
  void anyOtherFeatureStaysLevelBeyondItsKnots() {
    FeatureCurve length =
        new FeatureCurve(Feature.QUERY_LENGTH, new double[] {2, 10}, new double[] {1, -1}, 0);
    assertEquals(1, length.at(0));
    assertEquals(0, length.at(6), 1e-12);
    assertEquals(-1, length.at(100_000));
  }

  @Test
  void missingHasItsOwnContribution() {
    assertEquals(-0.5, bm25.at(Double.NaN));
  }

  @Test
  void aFallingSimilarityIsRefused() {
    DataException refused =
        assertThrows(
            DataException.class,
            () ->
                new FeatureCurve(
                    Feature.IMAGE_COSINE, new double[] {0, 1}, new double[] {1, 0.5}, 0));
    assertEquals(
        "feature 'image': values of a similarity must not fall, got [1.0, 0.5]",
        refused.getMessage());
  }

  @Test
  void knotsThatDoNotAscendAndNumbersThatAreNoneAreRefused() {
    double[] two = {0, 1};
    assertThrows(
        DataException.class, () -> new FeatureCurve(Feature.BM25, new double[] {1, 1}, two, 0));
    assertThrows(
        DataException.class, () -> new FeatureCurve(Feature.BM25, new double[] {0}, two, 0));
    assertThrows(
        DataException.class,
        () -> new FeatureCurve(Feature.BM25, two, new double[] {0, Double.NaN}, 0));
    assertThrows(
        DataException.class,
        () -> new FeatureCurve(Feature.BM25, two, two, Double.POSITIVE_INFINITY));
  }

  @Test
  void isAValue() {
    FeatureCurve same =
        new FeatureCurve(Feature.BM25, new double[] {0, 0.5, 1}, new double[] {-1, 0, 3}, -0.5);
    assertEquals(same, bm25);
    assertEquals(same.hashCode(), bm25.hashCode());
    assertNotEquals(FeatureCurve.line(Feature.BM25, 1), bm25);
    assertTrue(bm25.toString().startsWith("bm25[0.0, 0.5, 1.0]->"), bm25.toString());
  }
}
