package dev.ocellus.indextools;

import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.facet.Facet;
import dev.ocellus.lucene.highlight.HighlightedCaption;
import dev.ocellus.lucene.highlight.Markers;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.PolicyDecision;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** An answer for a terminal: hits with score, a bar of it, the photo, its caption. */
final class HitList {

  private static final int BAR_WIDTH = 10;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  static final String INDENT = " ".repeat(12 + BAR_WIDTH + 1);

  /** Ids of alike photos that are named, of how many there are. */
  private static final int MOST_ALIKE = 3;

  private HitList() {}

  /** Prints what the reader should know of the query, the hits, and a line that sums them up. */
  static void print(PrintWriter out, SearchResponse response) {
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
    response.notes().forEach(note -> out.println("note: " + Printable.line(note)));
    if (response.didYouMean() != null) {
      out.println("did you mean: " + Printable.line(response.didYouMean().text()));
    }
    for (Hit hit : response.hits()) {
      print(out, hit);
      if (hit.explanation() != null) {
        HitExplanationText.print(out, hit.explanation());
      }
    }
    response.facets().forEach(field -> print(out, field));
    out.println(summary(response));
  }

  private static String summary(SearchResponse response) {
    int shown = response.hits().size();
    String query = Printable.line(response.query());
    String quoted = query.isBlank() ? "" : query.contains("\"") ? query : '"' + query + '"';
    float least = response.minScore();
    return String.format(
        Locale.ROOT,
        "%s%s%s (%.0f ms)",
        shown == 0
            ? "no photo"
            : shown == response.total()
                ? photos(shown)
                : "%d of %s".formatted(shown, photos(response.total())),
        quoted.isEmpty() ? "" : " for " + quoted,
        least > 0 && least <= 1
            ? String.format(Locale.ROOT, " with a score of %.3f or more", least)
            : "",
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
    if (!hit.captions().isEmpty()) {
      for (HighlightedCaption caption : hit.captions()) {
        out.println(INDENT + Printable.line(caption.marked(Markers.BRACKETS)));
      }
    } else if (hit.caption() != null) {
      out.println(INDENT + Printable.line(hit.caption()));
    }
    hit.fields().forEach((name, values) -> print(out, name, values.toString()));
    if (!hit.alike().isEmpty()) {
      int more = hit.alike().size() - MOST_ALIKE;
      print(
          out,
          "alike",
          String.join(", ", hit.alike().subList(0, Math.min(MOST_ALIKE, hit.alike().size())))
              + (more > 0 ? " and %d more".formatted(more) : ""));
    }
    if (!hit.policyCategories().isEmpty()) {
      print(out, "marked", String.join(", ", hit.policyCategories()));
    }
  }

  private static void print(PrintWriter out, String name, String value) {
    out.println(INDENT + Printable.line(name + ": " + value));
  }

  private static void print(PrintWriter out, Facet field) {
    out.println(
        Printable.line(
            field.field()
                + ": "
                + field.counts().stream()
                    .map(value -> value.value() + " (" + value.count() + ")")
                    .collect(Collectors.joining(", "))));
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
