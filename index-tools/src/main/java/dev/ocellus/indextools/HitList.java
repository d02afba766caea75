package dev.ocellus.indextools;

import dev.ocellus.fusion.Contribution;
import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.PolicyDecision;
import java.io.PrintWriter;
import java.util.Locale;

/** Hits for a terminal: score, a bar of it, the photo, its caption. */
final class HitList {

  private static final int BAR_WIDTH = 10;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private static final String INDENT = " ".repeat(12 + BAR_WIDTH + 1);

  private HitList() {}

  /**
   * Prints the hits and a line that sums them up.
   *
   * @param explain whether to show what each score was made of
   */
  static void print(PrintWriter out, SearchResponse response, float minScore, boolean explain) {
    PolicyDecision decision = response.decision();
    if (decision.disclaimer() != null && decision.rule() != null) {
      out.println(Printable.line(decision.disclaimer()));
      out.println(
          Printable.line(
              "%s by the policy: category %s, %s, for \"%s\""
                  .formatted(
                      decision.action() == Action.BLOCK ? "blocked" : "warned",
                      decision.rule().category(),
                      decision.rule(),
                      decision.matched())));
    }
    if (decision.action() == Action.BLOCK) {
      return;
    }
    var query = Printable.line(response.query());
    for (Hit hit : response.hits()) {
      print(out, hit);
      if (explain) {
        explain(out, hit);
      }
    }
    int shown = response.hits().size();
    out.printf(
        Locale.ROOT,
        "%s for \"%s\"%s (%.0f ms)%n",
        shown == 0
            ? "no photo"
            : shown == response.total()
                ? photos(shown)
                : "%d of %s".formatted(shown, photos(response.total())),
        query,
        minScore > 0 ? " with a score of %s or more".formatted(minScore) : "",
        response.tookMillis());
  }

  private static void print(PrintWriter out, Hit hit) {
    out.printf(
        Locale.ROOT,
        "%3d  %.3f %s  %s%n",
        hit.rank(),
        hit.score(),
        bar(hit.score()),
        Printable.text(hit.id()));
    if (hit.caption() != null) {
      out.printf("%s%s%n", INDENT, Printable.line(hit.caption()));
    }
    if (!hit.policyCategories().isEmpty()) {
      out.printf(
          "%smarked: %s%n", INDENT, Printable.line(String.join(", ", hit.policyCategories())));
    }
  }

  /** A line a feature: its value and what it adds to the log-odds; then their sum. */
  private static void explain(PrintWriter out, Hit hit) {
    Contribution sum = hit.contribution();
    for (Feature feature : Feature.values()) {
      Float value = hit.parts().get(feature);
      Double added = sum == null ? null : sum.features().get(feature);
      if (value != null || added != null) {
        explain(
            out,
            feature.key(),
            value == null ? "missing" : String.format(Locale.ROOT, "%.3f", value),
            added == null ? "" : logOdds(added));
      }
    }
    if (sum != null) {
      explain(out, "start", "", logOdds(sum.intercept()));
      explain(out, "log-odds", "", logOdds(sum.logit()) + "  (" + sum.regime() + ")");
    }
  }

  private static void explain(PrintWriter out, String name, String value, String added) {
    out.println("%s%-14s %8s %s".formatted(INDENT, name, value, added).stripTrailing());
  }

  private static String logOdds(double value) {
    return String.format(Locale.ROOT, "%+8.3f", value);
  }

  private static String photos(int n) {
    return n == 1 ? "1 photo" : n + " photos";
  }

  /** A bar of {@link #BAR_WIDTH} cells, drawn to an eighth of a cell. */
  static String bar(float score) {
    int eighths = Math.round(Math.clamp(score, 0f, 1f) * BAR_WIDTH * 8);
    var bar = new StringBuilder("█".repeat(eighths / 8));
    if (eighths % 8 != 0) {
      bar.append(EIGHTHS.charAt(eighths % 8));
    }
    return bar.append(" ".repeat(BAR_WIDTH - bar.length())).toString();
  }
}
