package dev.ocellus.indextools.demo;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.IndexInfo;
import dev.ocellus.study.report.Html;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The demonstration's answers as one HTML page that needs no other file and no network. */
public final class DemoPage {

  private static final int SHOWN_HITS = 4;

  /** Parts that a reader can picture; the others are corrections to them. */
  private static final List<Feature> SHOWN_PARTS =
      List.of(Feature.IMAGE_COSINE, Feature.CAPTION_COSINE_MAX, Feature.BM25);

  private final Thumbnails thumbnails = new Thumbnails();

  /**
   * Renders the page.
   *
   * @param info the index that was searched
   * @param outcomes what came of the queries, in the order to show them
   */
  public String render(IndexInfo info, List<DemoOutcome> outcomes) throws IOException {
    var sections = new StringBuilder();
    for (DemoOutcome outcome : outcomes) {
      sections.append(section(outcome));
    }
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Ocellus: photos that show what you describe</title>
    <style>
    %s</style>
    </head>
    <body>
    <header>
    <h1>Ocellus</h1>
    <p>%s</p>
    </header>
    <main>
    %s</main>
    </body>
    </html>
    """
        .formatted(styleSheet(), introduction(info, outcomes), sections);
  }

  private static String introduction(IndexInfo info, List<DemoOutcome> outcomes) {
    return String.format(
        Locale.ROOT,
        "%d photos, %d of them without a caption, and %d queries. A score says how surely a photo"
            + " shows what the query describes, from 0 to 1, whatever else is in the collection;"
            + " photos below %.2f count as not found and are shown pale.",
        info.photos(),
        info.captionless(),
        outcomes.size(),
        outcomes.getFirst().cutoff());
  }

  private String section(DemoOutcome outcome) throws IOException {
    var query = outcome.query();
    var cards = new StringBuilder();
    for (Hit hit : outcome.response().hits().subList(0, shown(outcome))) {
      cards.append(card(hit, hit.score() >= outcome.cutoff()));
    }
    String mark =
        switch (query.kind()) {
          case OWN -> "";
          default ->
              outcome.cameTrue()
                  ? "<span class=\"mark true\">✓ as promised</span>"
                  : "<span class=\"mark false\">✗ not as promised</span>";
        };
    return """
    <section>
    <p class="kind">%s %s</p>
    <h2>“%s”</h2>
    <p class="why">%s %s</p>
    <ol>
    %s</ol>
    </section>
    """
        .formatted(
            Html.escape(query.kind().title()),
            mark,
            Html.escape(query.query()),
            Html.escape(query.why()),
            Html.escape(outcome.verdict()),
            cards);
  }

  private String card(Hit hit, boolean found) throws IOException {
    String caption = hit.caption() == null ? "" : Html.escape(hit.caption());
    return """
    <li%s>
    <img src="%s" alt="%s" loading="lazy">
    <div class="score">%s<b>%s</b></div>
    <p class="caption">%s</p>
    <p class="id">%s</p>
    <dl>
    %s</dl>
    </li>
    """
        .formatted(
            found ? "" : " class=\"pale\"",
            thumbnails.dataAddress(hit.path()),
            caption.isEmpty() ? Html.escape(hit.id()) : caption,
            scoreBar(hit.score()),
            decimals(hit.score(), 2),
            caption.isEmpty() ? "<i>no caption</i>" : caption,
            Html.escape(hit.id()),
            parts(hit));
  }

  /** Not a meter element: browsers draw those each in their own way. */
  private static String scoreBar(float score) {
    return """
    <div class="track" role="meter" aria-label="match score" aria-valuemin="0" aria-valuemax="1"\
     aria-valuenow="%s"><span style="width:%s%%"></span></div>"""
        .formatted(decimals(score, 2), decimals(100 * score, 1));
  }

  private static String parts(Hit hit) {
    var rows = new StringBuilder();
    for (Feature feature : SHOWN_PARTS) {
      Float value = hit.parts().get(feature);
      rows.append(
          value == null
              ? "<div><dt>%s</dt><dd>none</dd></div>\n".formatted(feature.key())
              : "<div><dt>%s</dt><dd><span class=\"track\"><span style=\"width:%s%%\"></span></span>%s</dd></div>\n"
                  .formatted(
                      feature.key(),
                      decimals(100 * Math.clamp(value, 0f, 1f), 0),
                      decimals(value, 2)));
    }
    return rows.toString();
  }

  /** All that were found and, for comparison, the next; a few in any case. */
  private static int shown(DemoOutcome outcome) {
    return Math.min(SHOWN_HITS, outcome.response().hits().size());
  }

  private static String styleSheet() throws IOException {
    try (var in = DemoPage.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IOException("page.css is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String decimals(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }
}
