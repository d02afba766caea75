package dev.ocellus.fusion.metrics;

import java.util.Arrays;

/**
 * Kendall's rank correlation, -1 to 1: of all pairs of rows, how many more are in the same order by
 * both columns than in opposite orders. In O(n log n) time by the method of Knight (JASA 1966).
 *
 * <p>The variants differ in how they allow for ties. Both are NaN where all values of a column are
 * equal, and throw {@link IllegalArgumentException} for columns of different lengths, empty ones,
 * and NaN.
 */
public final class KendallTau {
  private KendallTau() {}

  /**
   * Tau-b (Kendall, Biometrika 1945): (C - D) / sqrt((C + D + Tx) (C + D + Ty)), where C pairs of
   * rows are concordant, D discordant, Tx tied in x alone and Ty in y alone.
   */
  public static double b(double[] x, double[] y) {
    Pairs pairs = Pairs.of(x, y);
    return pairs.constant()
        ? Double.NaN
        : pairs.surplus() / Math.sqrt(pairs.untiedX()) / Math.sqrt(pairs.untiedY());
  }

  /**
   * Tau-c (Stuart, Biometrika 1953): 2 (C - D) / (n^2 (m - 1) / m), where m is the smaller of the
   * columns' numbers of distinct values. For ratings of few steps against a fine score, where tau-b
   * cannot reach 1.
   */
  public static double c(double[] x, double[] y) {
    Pairs pairs = Pairs.of(x, y);
    double n = x.length;
    double m = pairs.fewestValues();
    return pairs.constant() ? Double.NaN : 2 * pairs.surplus() * m / (n * n * (m - 1));
  }

  /**
   * Counts of pairs of rows.
   *
   * @param surplus concordant less discordant pairs
   * @param untiedX pairs whose x differ
   * @param untiedY pairs whose y differ
   * @param fewestValues smaller of the numbers of distinct x and y
   */
  private record Pairs(double surplus, double untiedX, double untiedY, int fewestValues) {

    boolean constant() {
      return fewestValues == 1;
    }

    static Pairs of(double[] x, double[] y) {
      Ranks.checkPaired("x", x, "y", y);
      int[] rankX = Ranks.dense(x);
      int[] rankY = Ranks.dense(y);
      int[] countsX = Ranks.counts(rankX);
      int[] countsY = Ranks.counts(rankY);
      // Rows by x, rows of equal x by y: a long each, which sorts without a comparator.
      long[] rows = new long[x.length];
      Arrays.setAll(rows, i -> (long) rankX[i] << 32 | rankY[i]);
      Arrays.sort(rows);
      long all = pairs(x.length);
      long tiedX = tied(countsX);
      long tiedY = tied(countsY);
      long surplus = all - tiedX - tiedY + tiedInBoth(rows) - 2 * inversions(rows, countsY.length);
      return new Pairs(surplus, all - tiedX, all - tiedY, Math.min(countsX.length, countsY.length));
    }

    private static long pairs(long rows) {
      return rows * (rows - 1) / 2;
    }

    private static long tied(int[] counts) {
      return Arrays.stream(counts).mapToLong(Pairs::pairs).sum();
    }

    private static long tiedInBoth(long[] sorted) {
      long tied = 0;
      int run = 0;
      for (int i = 1; i < sorted.length; i++) {
        run = sorted[i] == sorted[i - 1] ? run + 1 : 0;
        tied += run;
      }
      return tied;
    }

    /** Pairs of which the later has the smaller y, counted with a binary indexed tree. */
    private static long inversions(long[] rows, int values) {
      int[] tree = new int[values + 1];
      long inversions = 0;
      for (int before = 0; before < rows.length; before++) {
        int y = (int) rows[before] + 1;
        int notGreater = 0;
        for (int node = y; node > 0; node -= node & -node) {
          notGreater += tree[node];
        }
        inversions += before - notGreater;
        for (int node = y; node <= values; node += node & -node) {
          tree[node]++;
        }
      }
      return inversions;
    }
  }
}
