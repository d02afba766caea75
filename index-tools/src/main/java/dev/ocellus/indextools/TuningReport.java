package dev.ocellus.indextools;

import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.fusion.metrics.CalibrationError;
import dev.ocellus.fusion.training.EvidenceWeight;
import dev.ocellus.fusion.training.FusionTuning;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What {@code tune} found out, for people. */
final class TuningReport {

  private TuningReport() {}

  /**
   * @param heldOut whether it was tested on other photos than those learned from
   */
  static void print(
      PrintWriter out, FusionTuning tuning, Map<String, CalibrationError> errors, boolean heldOut) {
    out.printf("%-10s %8s %8s%n", "evidence", "wins", "weight");
    tuning
        .weights()
        .forEach(
            (evidence, weight) ->
                out.println(line(evidence, weight, tuning.leftOut().contains(evidence))));
    out.printf(
        "wins: how often the right photo beats another by this evidence alone, .5 by chance%n"
            + "weight: its share of the log-odds that set the right photos apart%n%n");
    out.printf(
        "%-40s %s%n",
        "known",
        "expected calibration error, " + (heldOut ? "held-out photos" : "cross-validated"));
    errors.forEach(
        (name, error) -> out.printf(Locale.ROOT, "%-40s %.4f%n", name, error.expected()));
    out.printf("%nOf pairs that score on average ..., this share matches:%n");
    Objects.requireNonNull(errors.get(FusionCard.OVERALL))
        .bins()
        .forEach(bin -> out.printf(Locale.ROOT, "%.3f  %.3f%n", bin.meanScore(), bin.meanTarget()));
  }

  private static String line(Evidence evidence, EvidenceWeight weight, boolean leftOut) {
    String name = evidence.name().toLowerCase(Locale.ROOT);
    String says =
        leftOut
            ? "nothing; the score leaves it out"
            : weight.wins() < 0.7 ? "little" : weight.wins() < 0.9 ? "something" : "much";
    return String.format(
        Locale.ROOT,
        "%-10s %8.3f %8.3f  %s %s %s",
        name,
        weight.wins(),
        weight.share(),
        name,
        evidence == Evidence.IMAGE ? "tells" : "tell",
        says);
  }
}
