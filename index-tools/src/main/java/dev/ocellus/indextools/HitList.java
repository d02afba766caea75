package dev.ocellus.indextools;

import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.SearchResponse;
import java.io.PrintWriter;
import java.util.Locale;

/** Hits for a terminal: score, a bar of it, the photo, its caption. */
final class HitList {

  private static final int BAR_WIDTH = 10;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private HitList() {}

  /** Prints the hits and a line that sums them up. */
  static void print(PrintWriter out, SearchResponse response, float minScore) {
    var query = Printable.line(response.query());
    for (Hit hit : response.hits()) {
      print(out, hit);
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
      out.printf("%s%s%n", " ".repeat(12 + BAR_WIDTH + 1), Printable.line(hit.caption()));
    }
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
