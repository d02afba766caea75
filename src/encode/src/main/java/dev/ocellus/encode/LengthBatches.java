package dev.ocellus.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Batches of texts of like length, which waste little on padding. */
final class LengthBatches {

  /** Tokens in a batch, padding included; bounds memory, since attention takes length squared. */
  private static final int MOST_TOKENS = 1024;

  private LengthBatches() {}

  /**
   * Splits texts into batches.
   *
   * @param lengths tokens of each text, padding that it has in any batch included
   * @param mostTexts of a batch
   * @return the texts' numbers, each batch by ascending length
   */
  static List<int[]> of(int[] lengths, int mostTexts) {
    Integer[] order = new Integer[lengths.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> lengths[i]));
    List<int[]> batches = new ArrayList<>();
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length
          && to - from < mostTexts
          && (to + 1 - from) * lengths[order[to]] <= MOST_TOKENS) {
        to++;
      }
      batches.add(Arrays.stream(order, from, to).mapToInt(i -> i).toArray());
      from = to;
    }
    return batches;
  }
}
