package dev.ocellus.study.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Builds a page. All texts are escaped: markup in them is shown, not obeyed. Style and pictures are
 * inside the page; it follows the reader's choice of light or dark.
 */
public final class ReportPage implements Report {
  private final String title;
  private final String introduction;
  private final StringBuilder body = new StringBuilder();
  private boolean inSection;

  /**
   * @param introduction one or two sentences below the title
   */
  public ReportPage(String title, String introduction) {
    this.title = title;
    this.introduction = introduction;
  }

  @Override
  public ReportPage section(String heading) {
    body.append(inSection ? "</section>\n" : "").append("<section>\n");
    inSection = true;
    return element("h2", "", heading);
  }

  @Override
  public ReportPage text(String paragraph) {
    return element("p", "", paragraph);
  }

  /** A heading below that of the section. */
  public ReportPage heading(String heading) {
    return element("h3", "", heading);
  }

  @Override
  public ReportPage table(Table table) {
    body.append(table.html());
    return this;
  }

  @Override
  public ReportPage list(List<String> items) {
    body.append("<ul>\n");
    items.forEach(item -> element("li", "", item));
    body.append("</ul>\n");
    return this;
  }

  @Override
  public ReportPage histograms(List<Bars> histograms) {
    return plots(
        histograms.stream()
            .map(bars -> Plots.histogram(bars.labels(), bars.histogram()))
            .toArray(Plot[]::new));
  }

  /** Plots, side by side where the page is wide enough. */
  public ReportPage plots(Plot... plots) {
    body.append("<div class=\"plots\">\n");
    for (Plot plot : plots) {
      body.append("<figure>\n");
      element("figcaption", "", plot.title());
      plot.image()
          .ifPresentOrElse(
              image -> picture(image, plot.alt()),
              () -> element("p", " class=\"alt\"", plot.alt()));
      body.append("</figure>\n");
    }
    body.append("</div>\n");
    return this;
  }

  /**
   * A photo with a word or a number below it.
   *
   * @param jpeg the file's bytes
   * @param alt what is shown, for who cannot see it
   * @param caption below the photo
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Picture(byte[] jpeg, String alt, String caption) {}

  /** Photos in a row, with what they have in common above them. */
  public ReportPage pictures(String title, List<Picture> pictures) {
    element("p", " class=\"query\"", title);
    body.append("<div class=\"photos\">\n");
    for (Picture picture : pictures) {
      body.append("<figure>\n<img src=\"data:image/jpeg;base64,")
          .append(Base64.getEncoder().encodeToString(picture.jpeg()))
          .append("\" alt=\"")
          .append(Html.escape(picture.alt()))
          .append("\">\n");
      element("figcaption", "", picture.caption());
      body.append("</figure>\n");
    }
    body.append("</div>\n");
    return this;
  }

  private void picture(Plot.Image image, String alt) {
    body.append(
        """
        <picture><source srcset="%s" media="(prefers-color-scheme: dark)">
        <img src="%s" width="%d" height="%d" alt="%s"></picture>
        """
            .formatted(image.dark(), image.light(), Plots.WIDTH, Plots.HEIGHT, Html.escape(alt)));
  }

  private ReportPage element(String name, String attributes, String text) {
    body.append('<').append(name).append(attributes).append('>').append(Html.escape(text));
    body.append("</").append(name).append(">\n");
    return this;
  }

  /** The whole page. */
  public String render() {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <header>
    <h1>%s</h1>
    <p>%s</p>
    </header>
    <main>
    %s%s</main>
    </body>
    </html>
    """
        .formatted(
            Html.escape(title),
            styleSheet(),
            Html.escape(title),
            Html.escape(introduction),
            body,
            inSection ? "</section>\n" : "");
  }

  private static String styleSheet() {
    try (var in = ReportPage.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
