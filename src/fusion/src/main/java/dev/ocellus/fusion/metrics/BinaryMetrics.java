package dev.ocellus.fusion.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well scores tell matches (target 1) from mismatches (target 0). {@link
 * IllegalArgumentException} for columns of different lengths, empty ones, NaN, and other targets.
 */
public final class BinaryMetrics {
  private BinaryMetrics() {}

  /**
   * Area under the ROC curve: the share of pairs of a match and a mismatch whose match scores
   * higher, equal scores counting half (Hanley and McNeil, Radiology 1982). NaN without matches or
   * without mismatches.
   */
  public static double rocAuc(double[] scores, double[] targets) {
    check(scores, targets);
    double[] ranks = Ranks.average(scores);
    double matches = Arrays.stream(targets).sum();
    double mismatches = targets.length - matches;
    double rankSum = 0;
    for (int i = 0; i < ranks.length; i++) {
      rankSum += targets[i] * ranks[i];
    }
    double won = rankSum - matches * (matches + 1) / 2;
    return matches == 0 || mismatches == 0 ? Double.NaN : won / matches / mismatches;
  }

  /**
   * Average precision: the precision at every score that a match has, weighted by the matches it
   * adds. Pairs of equal scores are retrieved together, so their order is nothing to it (the
   * definition of scikit-learn). NaN without matches.
   */
  public static double averagePrecision(double[] scores, double[] targets) {
    check(scores, targets);
    double sum = 0;
    double matchesBefore = 0;
    for (Cut cut : cuts(scores, targets)) {
      sum += (cut.matches - matchesBefore) * cut.matches / cut.accepted;
      matchesBefore = cut.matches;
    }
    return sum / matchesBefore;
  }

  /**
   * F1: harmonic mean of precision and recall when pairs of at least the threshold are taken for
   * matches; 0 if that finds no match.
   *
   * @param threshold chosen on other data, by {@link #bestF1Threshold}
   */
  public static double f1(double[] scores, double[] targets, double threshold) {
    check(scores, targets);
    double accepted = 0;
    double found = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= threshold) {
        accepted++;
        found += targets[i];
      }
    }
    return f1(found, accepted, Arrays.stream(targets).sum());
  }

  /**
   * The threshold of the greatest F1 on these pairs, half way between the least score that it
   * accepts and the next below, or the least score of all; of equally good ones the highest. To be
   * used on other pairs.
   */
  public static double bestF1Threshold(double[] scores, double[] targets) {
    check(scores, targets);
    double matches = Arrays.stream(targets).sum();
    List<Cut> cuts = cuts(scores, targets);
    double best = -1;
    double threshold = Double.NaN;
    for (int k = 0; k < cuts.size(); k++) {
      Cut cut = cuts.get(k);
      double f1 = f1(cut.matches, cut.accepted, matches);
      if (f1 > best) {
        best = f1;
        double below = k + 1 < cuts.size() ? cuts.get(k + 1).score : cut.score;
        double middle = cut.score / 2 + below / 2;
        // Between neighbouring numbers there is no middle.
        threshold = middle > below ? middle : cut.score;
      }
    }
    return threshold;
  }

  private static double f1(double found, double accepted, double matches) {
    return found == 0 ? 0 : 2 * found / (accepted + matches);
  }

  /**
   * What is accepted from a score on.
   *
   * @param accepted pairs that score as high or higher
   * @param matches those of them that match
   */
  private record Cut(double score, double accepted, double matches) {}

  /** A cut at every distinct score, descending. */
  private static List<Cut> cuts(double[] scores, double[] targets) {
    int[] dense = Ranks.dense(scores);
    int[] counts = Ranks.counts(dense);
    double[] values = new double[counts.length];
    double[] matches = new double[counts.length];
    for (int i = 0; i < dense.length; i++) {
      values[dense[i]] = scores[i];
      matches[dense[i]] += targets[i];
    }
    List<Cut> cuts = new ArrayList<>(counts.length);
    double accepted = 0;
    double found = 0;
    for (int rank = counts.length - 1; rank >= 0; rank--) {
      accepted += counts[rank];
      found += matches[rank];
      cuts.add(new Cut(values[rank], accepted, found));
    }
    return cuts;
  }

  private static void check(double[] scores, double[] targets) {
    Ranks.checkPaired("scores", scores, "targets", targets);
    for (double target : targets) {
      if (target != 0 && target != 1) {
        throw new IllegalArgumentException("a target must be 0 or 1, got " + target);
      }
    }
  }
}
