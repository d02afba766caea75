package dev.ocellus.study.judgments;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.metrics.Correlations;
import dev.ocellus.fusion.metrics.KendallTau;
import dev.ocellus.study.judgments.CrowdSummary.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far experts and crowd agree on the pairs that both judged.
 *
 * @param pairs that both judged
 * @param kendallTauB of the mean rating and the share of yes, -1 to 1; NaN where either is constant
 * @param spearman likewise
 * @param table pairs by the rating that most experts gave and by the crowd's verdict
 */
public record ExpertCrowdAgreement(
    int pairs, double kendallTauB, double spearman, List<Row> table) {

  /**
   * Pairs of one rating.
   *
   * @param rating that at least two experts gave; 0 where all three differ
   * @param mismatch pairs with a share of yes of at most {@value CrowdSummary#MISMATCH}
   * @param between pairs with a share between
   * @param match pairs with a share of at least {@value CrowdSummary#MATCH}
   */
  public record Row(int rating, int mismatch, int between, int match) {}

  static ExpertCrowdAgreement of(List<JudgedPair> all) {
    List<JudgedPair> both = all.stream().filter(p -> p.hasRatings() && p.hasVotes()).toList();
    Map<Integer, Map<Verdict, Integer>> counts = new HashMap<>();
    for (JudgedPair pair : both) {
      counts
          .computeIfAbsent(pair.majorityRating().orElse(0), rating -> new EnumMap<>(Verdict.class))
          .merge(Verdict.of(pair.crowdShare()), 1, Integer::sum);
    }
    List<Row> table = new ArrayList<>();
    for (int rating = JudgedPair.WORST; rating <= JudgedPair.BEST; rating++) {
      table.add(row(rating, counts.getOrDefault(rating, Map.of())));
    }
    table.add(row(0, counts.getOrDefault(0, Map.of())));
    double[] ratings = both.stream().mapToDouble(JudgedPair::meanRating).toArray();
    double[] shares = both.stream().mapToDouble(JudgedPair::crowdShare).toArray();
    boolean any = !both.isEmpty();
    return new ExpertCrowdAgreement(
        both.size(),
        any ? KendallTau.b(ratings, shares) : Double.NaN,
        any ? Correlations.spearman(ratings, shares) : Double.NaN,
        table);
  }

  private static Row row(int rating, Map<Verdict, Integer> counts) {
    return new Row(
        rating,
        counts.getOrDefault(Verdict.MISMATCH, 0),
        counts.getOrDefault(Verdict.BETWEEN, 0),
        counts.getOrDefault(Verdict.MATCH, 0));
  }
}
