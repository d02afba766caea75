package dev.ocellus.lucene.text;

/**
 * Dot products of one row of bytes with many, four by one multiplication: four rows' components
 * stand in one long, 16 bits apart, and so do the sums of their products. Rows are unit vectors
 * times 127, so that each dot product is within 16 bits: |a||b| is at most (127 + sqrt(d) / 2)
 * squared by rounding, below 2^15 up to 11,000 dimensions.
 */
final class PackedTokens {

  private static final int LANES = 4;

  /** An even number: the last may be zeros. */
  private final long[][] packs;

  /**
   * @param rows of one length, unit vectors times 127
   */
  PackedTokens(byte[][] rows) {
    int dimension = rows.length == 0 ? 0 : rows[0].length;
    int count = (rows.length + LANES - 1) / LANES;
    this.packs = new long[count + count % 2][dimension];
    for (int i = 0; i < rows.length; i++) {
      long[] pack = packs[i / LANES];
      for (int d = 0; d < dimension; d++) {
        pack[d] += (long) rows[i][d] << Short.SIZE * (i % LANES);
      }
    }
  }

  /**
   * @param bytes holds the other row
   * @param offset of its first component
   * @param products gets the dot product with each row; as many as there are rows
   */
  void multiply(byte[] bytes, int offset, int[] products) {
    // Two packs at a time: to widen a byte takes about as long as to multiply by it.
    for (int p = 0; p < packs.length; p += 2) {
      long[] pack = packs[p];
      long[] next = packs[p + 1];
      long sums = 0;
      long nextSums = 0;
      for (int d = 0; d < pack.length; d++) {
        long component = bytes[offset + d];
        sums += component * pack[d];
        nextSums += component * next[d];
      }
      unpack(sums, p, products);
      unpack(nextSums, p + 1, products);
    }
  }

  private static void unpack(long packed, int pack, int[] products) {
    long sums = packed;
    int end = Math.min(products.length, (pack + 1) * LANES);
    for (int i = pack * LANES; i < end; i++) {
      short product = (short) sums;
      products[i] = product;
      // A negative one has borrowed from the next.
      sums = sums - product >> Short.SIZE;
    }
  }
}
