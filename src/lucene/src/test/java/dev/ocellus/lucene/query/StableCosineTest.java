package dev.ocellus.lucene.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.text.StableSum;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cosines in the orders in which processors and Java's compilers add products. */
class StableCosineTest {

  private static final int DIMENSION = 896;
  private static final int PAIRS = 20_000;

  private final Random random = new Random(20261121);

  private float[] vector(float[] near, double apart) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = near[i] + (float) (apart * random.nextGaussian());
    }
    return StableSum.normalize(vector);
  }

  /** Sums by so many lanes, which then are added one after the other or by halves. */
  private static float sum(float[] a, float[] b, int lanes, boolean fused, boolean halves) {
    float[] sums = new float[lanes];
    for (int i = 0; i < a.length; i++) {
      int lane = i % lanes;
      sums[lane] = fused ? Math.fma(a[i], b[i], sums[lane]) : sums[lane] + a[i] * b[i];
    }
    if (halves) {
      for (int half = lanes / 2; half > 0; half /= 2) {
        for (int lane = 0; lane < half; lane++) {
          sums[lane] += sums[lane + half];
        }
      }
      return sums[0];
    }
    float sum = 0;
    for (float lane : sums) {
      sum += lane;
    }
    return sum;
  }

  @Test
  void anyOrderOfAdditionIsRoundedToTheSame() {
    float[] query = vector(new float[DIMENSION], 1);
    int differed = 0;
    int unsure = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      // From the same direction to none.
      float[] other = vector(query, .1 * pair / PAIRS);
      float expected = StableCosine.of(query, other);
      float[] fast = {
        sum(query, other, 4, false, false),
        sum(query, other, 4, true, true),
        sum(query, other, 8, true, true),
        sum(query, other, 16, true, true),
        sum(query, other, 16, true, false)
      };
      for (float one : fast) {
        differed += one == fast[0] ? 0 : 1;
        if (StableCosine.isSure(one)) {
          assertEquals(expected, StableCosine.of(one), "pair " + pair);
        } else {
          unsure++;
        }
      }
      assertEquals(StableSum.dotProduct(query, other), expected, StableCosine.PRECISION + 1e-7);
    }
    assertTrue(differed > PAIRS, "sums that differ by their order: " + differed);
    assertEquals(.06, unsure / (5. * PAIRS), .01, "one in sixteen is added anew");
  }

  @Test
  void aSumBetweenTwoStepsIsNotTrusted() {
    assertTrue(StableCosine.isSure(.5f));
    assertTrue(StableCosine.isSure(.500008f));
    assertFalse(StableCosine.isSure(.50001f));
    assertFalse(StableCosine.isSure(-.2500097f));
    assertEquals(.5f, StableCosine.of(.500008f));
    assertEquals(-.25f, StableCosine.of(-.250008f));
  }
}
