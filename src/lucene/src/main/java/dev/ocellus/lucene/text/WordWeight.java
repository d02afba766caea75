package dev.ocellus.lucene.text;

/**
 * How many times a word or phrase of a text counts, as in {@code dog^2 ball}.
 *
 * @param start index of its first char in the text
 * @param end index behind its last
 * @param weight above 0, at most {@value #MOST}; 1 changes nothing
 */
public record WordWeight(int start, int end, float weight) {

  /** The greatest weight. */
  public static final float MOST = 100;

  /**
   * @throws IllegalArgumentException if the range is empty or the weight out of its range
   */
  public WordWeight {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "a weighted word needs 0 <= start < end, got [%d, %d)".formatted(start, end));
    }
    check(weight);
  }

  /**
   * Refuses what is no weight.
   *
   * @throws IllegalArgumentException naming the range
   */
  public static void check(float weight) {
    if (!(weight > 0 && weight <= MOST)) {
      throw new IllegalArgumentException(
          "a word's weight must be above 0 and at most %.0f, got %s".formatted(MOST, weight));
    }
  }

  /** Whether it covers some of these chars. */
  public boolean overlaps(int from, int to) {
    return from < end && start < to;
  }
}
