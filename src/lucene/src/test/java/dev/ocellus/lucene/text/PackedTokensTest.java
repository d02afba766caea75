package dev.ocellus.lucene.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTokensTest {

  private static final int DIMENSION = 64;

  private static byte[] unit(Random random) {
    float[] vector = new float[DIMENSION];
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] = (float) random.nextGaussian();
    }
    VectorUtil.l2normalize(vector);
    byte[] bytes = new byte[DIMENSION];
    for (int d = 0; d < DIMENSION; d++) {
      bytes[d] = (byte) Math.round(vector[d] * 127);
    }
    return bytes;
  }

  private static byte[] negative(byte[] row) {
    byte[] negative = new byte[row.length];
    for (int d = 0; d < row.length; d++) {
      negative[d] = (byte) -row[d];
    }
    return negative;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9, 13})
  void theDotProductsAreThoseOfOneRowAtATime(int size) {
    Random random = new Random(size);
    byte[][] rows = new byte[size][];
    byte[] other = unit(random);
    int[] expected = new int[size];
    for (int i = 0; i < size; i++) {
      // The greatest and the least there can be, and others.
      rows[i] = i % 3 == 0 ? other : i % 3 == 1 ? negative(other) : unit(random);
      expected[i] = VectorUtil.dotProduct(rows[i], other);
    }
    byte[] bytes = new byte[3 + DIMENSION];
    System.arraycopy(other, 0, bytes, 3, DIMENSION);
    int[] products = new int[size];
    new PackedTokens(rows).multiply(bytes, 3, products);
    assertArrayEquals(expected, products, "seed " + size);
  }

  @Test
  void aTextWithoutTokensHasNoProducts() {
    new PackedTokens(new byte[0][]).multiply(new byte[0], 0, new int[0]);
  }
}
