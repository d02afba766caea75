package dev.ocellus.study.judgments;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.study.report.Histogram;
import java.util.List;

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
    int[] verdicts = new int[Verdict.values().length];
    for (double share : shares) {
      verdicts[Verdict.of(share).ordinal()]++;
    }
    return new CrowdSummary(
        voted.size(),
        voted.stream().mapToInt(pair -> pair.crowdYes() + pair.crowdNo()).sum(),
        verdicts[Verdict.MATCH.ordinal()],
        verdicts[Verdict.BETWEEN.ordinal()],
        verdicts[Verdict.MISMATCH.ordinal()],
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
