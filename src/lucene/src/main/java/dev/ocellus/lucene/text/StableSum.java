package dev.ocellus.lucene.text;

/**
 * Sums of products in one order, by double precision: the same to the last bit in every Java.
 * Lucene's {@code VectorUtil} is two to three times as fast, but it leaves to Java in which order
 * the lanes of a vector are added: compiled code does it otherwise than what is not compiled yet,
 * and so do processors with other lanes. What a score is made of must not depend on that.
 */
public final class StableSum {

  private static final int LANES = 4;

  private StableSum() {}

  /**
   * @param a a vector
   * @param b another of the same length
   * @return their dot product
   */
  public static double dotProduct(float[] a, float[] b) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int end = a.length - a.length % LANES;
    // One sum would wait for its last addition each time.
    for (int i = 0; i < end; i += LANES) {
      first += (double) a[i] * b[i];
      second += (double) a[i + 1] * b[i + 1];
      third += (double) a[i + 2] * b[i + 2];
      fourth += (double) a[i + 3] * b[i + 3];
    }
    for (int i = end; i < a.length; i++) {
      first += (double) a[i] * b[i];
    }
    return first + second + (third + fourth);
  }

  /**
   * Brings a vector to unit length, in place; one of length 0 stays as it is.
   *
   * @return the vector
   */
  public static float[] normalize(float[] vector) {
    double length = Math.sqrt(dotProduct(vector, vector));
    for (int i = 0; i < vector.length && length > 0; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }
}
