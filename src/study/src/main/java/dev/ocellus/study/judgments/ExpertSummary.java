package dev.ocellus.study.judgments;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.study.report.Histogram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The experts' ratings.
 *
 * @param pairs that they rated
 * @param allAgree pairs with three times the same rating
 * @param twoAgree pairs with the same rating twice
 * @param allDiffer pairs with three different ratings
 * @param ratings how often each rating was given, three times a pair
 * @param means pairs by their mean rating, in thirds
 */
public record ExpertSummary(
    int pairs, int allAgree, int twoAgree, int allDiffer, Histogram ratings, Histogram means) {

  static ExpertSummary of(List<JudgedPair> all) {
    List<JudgedPair> rated = all.stream().filter(JudgedPair::hasRatings).toList();
    int[] distinct = new int[JudgedPair.EXPERTS + 1];
    int[] ratings = new int[JudgedPair.BEST - JudgedPair.WORST + 1];
    int lowestSum = JudgedPair.WORST * JudgedPair.EXPERTS;
    int[] sums = new int[JudgedPair.BEST * JudgedPair.EXPERTS - lowestSum + 1];
    for (JudgedPair pair : rated) {
      distinct[new HashSet<>(pair.ratings()).size()]++;
      pair.ratings().forEach(rating -> ratings[rating - JudgedPair.WORST]++);
      sums[pair.ratings().stream().mapToInt(Integer::intValue).sum() - lowestSum]++;
    }
    List<String> means = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      means.add(mean((double) (lowestSum + i) / JudgedPair.EXPERTS));
    }
    return new ExpertSummary(
        rated.size(),
        distinct[1],
        distinct[2],
        distinct[3],
        new Histogram(
            IntStream.rangeClosed(JudgedPair.WORST, JudgedPair.BEST)
                .mapToObj(String::valueOf)
                .toList(),
            IntStream.of(ratings).boxed().toList()),
        new Histogram(means, IntStream.of(sums).boxed().toList()));
  }

  private static String mean(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
  }
}
