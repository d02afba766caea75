package dev.ocellus.study.judgments;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.study.report.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What there would be to learn under a target scheme.
 *
 * @param name of the scheme
 * @param pairs that have a target
 * @param dropped pairs that have none
 * @param below pairs with a target below {@value #HALF}
 * @param above pairs with a target of at least {@value #HALF}
 * @param mean of the targets; NaN without any
 * @param targets pairs by target, in tenths
 */
public record TargetSummary(
    String name, int pairs, int dropped, int below, int above, double mean, Histogram targets) {
  /** From this target on, a pair counts as a match. */
  public static final double HALF = 0.5;

  private static final int BINS = 10;

  static TargetSummary of(List<JudgedPair> all, TargetScheme scheme) {
    double[] targets =
        all.stream()
            .map(scheme::target)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    int above = (int) Arrays.stream(targets).filter(target -> target >= HALF).count();
    return new TargetSummary(
        scheme.name(),
        targets.length,
        all.size() - targets.length,
        targets.length - above,
        above,
        Arrays.stream(targets).average().orElse(Double.NaN),
        Histogram.of(targets, 0, 1, BINS));
  }
}
