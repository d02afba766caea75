package dev.ocellus.fusion.metrics;

import java.util.SplittableRandom;

/**
 * Whether two methods differ by more than luck: if they did not, it would make no difference to
 * swap their outputs, so outputs are swapped group by group at random, again and again, and the
 * differences that arise compared with the one observed (Fisher's randomization test; for rankings
 * Smucker, Allan and Carterette, CIKM 2007, who recommend it over the t and the sign test).
 *
 * @param permutations number of random swaps, 1 or more; the least p-value is 1 / (permutations +
 *     1)
 * @param seed of the swaps
 */
public record PairedPermutation(int permutations, long seed) {

  public PairedPermutation {
    if (permutations < 1) {
      throw new IllegalArgumentException("permutations must be 1 or more, got " + permutations);
    }
  }

  /**
   * The two-sided p-value: the share of swaps whose difference is as great as the observed one or
   * greater, the observed one counting as a swap (Davison and Hinkley 1997, section 4.3).
   *
   * @param first what the first method gave for every row
   * @param second what the second method gave for the same rows, in the same unit: for a figure
   *     that asks for the order alone, such as Kendall's tau, hand in both methods' {@link #ranks},
   *     since scores of different scales cannot stand in one column
   */
  public double pValue(double[] first, double[] second, RowGroups groups, Statistic statistic) {
    Bootstrap.check(first, groups);
    Bootstrap.check(second, groups);
    int[] all = groups.all();
    double observed = Math.abs(statistic.of(first, all) - statistic.of(second, all));
    SplittableRandom random = new SplittableRandom(seed);
    double[] swappedFirst = new double[first.length];
    double[] swappedSecond = new double[second.length];
    int asGreat = 0;
    for (int i = 0; i < permutations; i++) {
      for (int group = 0; group < groups.count(); group++) {
        boolean swap = random.nextBoolean();
        for (int row : groups.rows(group)) {
          swappedFirst[row] = swap ? second[row] : first[row];
          swappedSecond[row] = swap ? first[row] : second[row];
        }
      }
      double difference =
          Math.abs(statistic.of(swappedFirst, all) - statistic.of(swappedSecond, all));
      // Sums in another order differ in their last digits.
      if (difference >= observed - 1e-12) {
        asGreat++;
      }
    }
    return (asGreat + 1.0) / (permutations + 1);
  }

  /** Scores as ranks from 1, equal scores sharing their mean rank. */
  public static double[] ranks(double[] scores) {
    return Ranks.average(scores);
  }
}
