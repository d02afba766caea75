package dev.ocellus.study.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairFeaturesTest {

  private static final List<float[]> PHOTOS = List.of(new float[] {1, 2}, new float[] {3, 4});
  private static final List<float[]> TEXTS = List.of(new float[] {4, -3});

  @Test
  void aConcatenationIsThePhotoThenTheText() {
    PairFeatures pairs = PairFeatures.concatenation(PHOTOS, List.of(new float[] {7}));
    assertArrayEquals(new float[] {3, 4, 7}, pairs.of(1, 0));
    assertEquals(3, pairs.similarities().length);
  }

  @Test
  void differencesAreAbsoluteAndStandBeforeTheProducts() {
    // |1 - 4|, |2 + 3|, 1 * 4, 2 * -3
    assertArrayEquals(
        new float[] {3, 5, 4, -6}, PairFeatures.differenceAndProduct(PHOTOS, TEXTS).of(0, 0));
  }

  @Test
  void theCosineIsOneSimilarity() {
    PairFeatures cosine = PairFeatures.cosine(PHOTOS, TEXTS);
    // (4 - 6) / (sqrt 5 * 5), and (12 - 12) / 25
    assertArrayEquals(new float[] {-2 / (float) (5 * Math.sqrt(5))}, cosine.of(0, 0), 1e-6f);
    assertArrayEquals(new float[] {0}, cosine.of(1, 0), 1e-6f);
    assertArrayEquals(new boolean[] {true}, cosine.similarities());
    assertEquals(0, PairFeatures.cosine(PHOTOS, List.of(new float[2])).of(0, 0)[0]);
  }

  @Test
  void spacesOfDifferentDimensionsHaveNoDifference() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> PairFeatures.cosine(PHOTOS, List.of(new float[3])));
    assertEquals(
        "photos have 2 dimensions and texts 3; they must have as many", thrown.getMessage());
  }

  @Test
  void whatTheFusionDoesNotKnowIsZeroAndItsSimilaritiesStayMarked() {
    int width = Feature.values().length;
    float[] twoPhotos = new float[2 * width];
    Arrays.fill(twoPhotos, Float.NaN);
    twoPhotos[width + Feature.IMAGE_COSINE.ordinal()] = .5f;
    FusionTable table = new FusionTable(List.of(twoPhotos));
    assertArrayEquals(new float[width], table.of(0, 0));
    assertEquals(.5f, table.of(1, 0)[Feature.IMAGE_COSINE.ordinal()]);
    assertTrue(table.similarities()[Feature.IMAGE_COSINE.ordinal()]);
    assertFalse(table.similarities()[Feature.QUERY_LENGTH.ordinal()]);
  }
}
