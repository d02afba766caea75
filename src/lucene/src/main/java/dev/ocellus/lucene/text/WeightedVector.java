package dev.ocellus.lucene.text;

/**
 * The vector of a text some of whose words count more or less than once: the text's own plus, for
 * each of these words, (weight - 1) times the word's, brought to unit length. So a word's weight
 * turns the vector towards the word, the more the greater it is, and below 1 away from it.
 */
final class WeightedVector {

  /** A sum of unit vectors shorter than this has no direction but rounding's. */
  private static final double SHORTEST = 1e-3;

  private WeightedVector() {}

  /**
   * @param text unit vector
   * @param words unit vectors, one a weight
   */
  static float[] of(float[] text, float[][] words, float[] weights) {
    float[] sum = text.clone();
    for (int i = 0; i < words.length; i++) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += (weights[i] - 1) * words[i][d];
      }
    }
    boolean direction = StableSum.dotProduct(sum, sum) > SHORTEST * SHORTEST;
    return direction ? StableSum.normalize(sum) : text;
  }
}
