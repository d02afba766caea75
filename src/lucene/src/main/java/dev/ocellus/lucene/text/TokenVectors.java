package dev.ocellus.lucene.text;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * The vectors of a text's tokens for late interaction (ColBERT, Khattab and Zaharia 2020): the
 * cosine of two tokens is high where one can stand for the other in their contexts. One byte a
 * dimension, which costs no recall. Immutable; the arrays are not copied.
 */
public final class TokenVectors {

  /** A component of 1 is stored as this. */
  private static final int SCALE = 127;

  /** The dot product of two rows is this times their cosine, -1 to 1 but for rounding. */
  static final float SQUARED_SCALE = SCALE * SCALE;

  /** A text's greatest weight is stored as this. */
  private static final int GREATEST_WEIGHT = 255;

  /** More tokens than any bundled encoder reads of a text. */
  private static final int MOST_TOKENS = 255;

  private final byte[][] rows;
  private final float[] weights;

  private TokenVectors(byte[][] rows, float[] weights) {
    this.rows = rows;
    this.weights = weights;
  }

  /**
   * @param vectors one unit vector a token; those beyond the 255th are left out
   * @param weights how much each token matters, above 0
   */
  public static TokenVectors of(float[][] vectors, float[] weights) {
    if (vectors.length != weights.length) {
      throw new IllegalArgumentException(
          "%d vectors, but %d weights".formatted(vectors.length, weights.length));
    }
    int size = Math.min(vectors.length, MOST_TOKENS);
    byte[][] rows = new byte[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = new byte[vectors[i].length];
      for (int d = 0; d < rows[i].length; d++) {
        rows[i][d] = (byte) Math.round(Math.clamp(vectors[i][d], -1f, 1f) * SCALE);
      }
    }
    return new TokenVectors(rows, Arrays.copyOf(weights, size));
  }

  /** Number of tokens. */
  public int size() {
    return rows.length;
  }

  /** Length of every token's vector; 0 if there are no tokens. */
  public int dimension() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  /** How much a token matters, above 0. */
  public float weight(int token) {
    return weights[token];
  }

  /** The rows, to be multiplied with others: {@link #SQUARED_SCALE} times the cosines. */
  PackedTokens packed() {
    return new PackedTokens(rows);
  }

  /**
   * What an index stores: the number of tokens, a byte of weight each, relative to the greatest,
   * and their vectors.
   */
  public BytesRef toBytes() {
    int dimension = dimension();
    byte[] bytes = new byte[1 + rows.length * (1 + dimension)];
    bytes[0] = (byte) rows.length;
    float greatest = 0;
    for (float weight : weights) {
      greatest = Math.max(greatest, weight);
    }
    for (int i = 0; i < rows.length; i++) {
      bytes[1 + i] = (byte) Math.max(1, Math.round(weights[i] / greatest * GREATEST_WEIGHT));
      System.arraycopy(rows[i], 0, bytes, 1 + rows.length + i * dimension, dimension);
    }
    return new BytesRef(bytes);
  }

  /** The inverse of {@link #toBytes}, but for the scale of the weights: the greatest is 1. */
  public static TokenVectors ofBytes(BytesRef bytes) {
    int at = bytes.offset;
    int size = Byte.toUnsignedInt(bytes.bytes[at++]);
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = Byte.toUnsignedInt(bytes.bytes[at++]) / (float) GREATEST_WEIGHT;
    }
    int dimension = size == 0 ? 0 : (bytes.length - 1 - size) / size;
    byte[][] rows = new byte[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = Arrays.copyOfRange(bytes.bytes, at, at + dimension);
      at += dimension;
    }
    return new TokenVectors(rows, weights);
  }

  /**
   * The same vectors with other weights.
   *
   * @param newWeights one a token, above 0
   */
  public TokenVectors withWeights(float[] newWeights) {
    if (newWeights.length != rows.length) {
      throw new IllegalArgumentException(
          "%d vectors, but %d weights".formatted(rows.length, newWeights.length));
    }
    return new TokenVectors(rows, newWeights.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenVectors that
        && Arrays.deepEquals(rows, that.rows)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(rows) + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "TokenVectors[" + rows.length + "]";
  }
}
