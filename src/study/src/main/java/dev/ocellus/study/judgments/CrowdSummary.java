package dev.ocellus.study.judgments;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.study.report.Histogram;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The crowd's votes.
 *
 * @param pairs that it voted on
 * @param votes all told
 * @param match pairs with a share of yes of at least {@value #MATCH}
 * @param between pairs with a share between the two
 * @param mismatch pairs with a share of at most {@value #MISMATCH}
 * @param shares pairs by share of yes, in tenths
 */
public record CrowdSummary(
    int pairs, int votes, int match, int between, int mismatch, Histogram shares) {
  /** From this share of yes on, text and photo match. */
  public static final double MATCH = 0.8;

  /** Up to this share of yes, text and photo do not match. */
  public static final double MISMATCH = 0.2;

  private static final int BINS = 10;

  static CrowdSummary of(List<JudgedPair> all) {
    List<JudgedPair> voted = all.stream().filter(JudgedPair::hasVotes).toList();
    double[] shares = voted.stream().mapToDouble(JudgedPair::crowdShare).toArray();
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (double share : shares) {
      verdicts.merge(Verdict.of(share), 1, Integer::sum);
    }
    return new CrowdSummary(
        voted.size(),
        voted.stream().mapToInt(pair -> pair.crowdYes() + pair.crowdNo()).sum(),
        verdicts.getOrDefault(Verdict.MATCH, 0),
        verdicts.getOrDefault(Verdict.BETWEEN, 0),
        verdicts.getOrDefault(Verdict.MISMATCH, 0),
        Histogram.of(shares, 0, 1, BINS));
  }

  /** What a share of yes says. */
  enum Verdict {
    MISMATCH,
    BETWEEN,
    MATCH;

    static Verdict of(double share) {
      if (share >= CrowdSummary.MATCH) {
        return MATCH;
      }
      return share <= CrowdSummary.MISMATCH ? MISMATCH : BETWEEN;
    }
  }
}
