package dev.ocellus.study.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.study.report.Plots.Labels;
import dev.ocellus.study.report.Plots.Points;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final String MARKUP = "<img src=x onerror=\"alert('1')\">&";
  private static final String ESCAPED =
      "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;";
  private static final Labels LABELS = new Labels("Sizes", "size", "boxes");
  private static final Histogram HISTOGRAM =
      new Histogram(List.of("small", "large"), List.of(3, 1000));

  @Test
  void markupInAnyTextStaysText() {
    var histogram = new Histogram(List.of(MARKUP), List.of(1));
    String page =
        new ReportPage(MARKUP, MARKUP)
            .section(MARKUP)
            .heading(MARKUP)
            .text(MARKUP)
            .list(List.of(MARKUP))
            .table(new Table(List.of(MARKUP, MARKUP), List.of(List.of(MARKUP, MARKUP))))
            .histograms(List.of(new Report.Bars(new Labels(MARKUP, MARKUP, MARKUP), histogram)))
            .render();
    assertFalse(page.contains("<img src=x"), page);
    // Title twice, introduction, section, heading, paragraph, list, four cells, caption of the
    // plot, and axes, row and category of its alternative text.
    assertEquals(16, page.split(Pattern.quote(ESCAPED), -1).length - 1);
  }

  @Test
  void thePageNeedsNothingFromElsewhere() {
    String page =
        new ReportPage("Boxes", "")
            .section("Sizes")
            .histograms(List.of(new Report.Bars(LABELS, HISTOGRAM)))
            .render();
    assertTrue(page.contains("prefers-color-scheme: dark"));
    assertTrue(page.contains("<img src=\"data:image/png;base64,"));
    assertTrue(page.contains("<source srcset=\"data:image/png;base64,"));
    assertFalse(page.contains("http:") || page.contains("https:"), "an address outside");
    assertEquals(page.split("<section>", -1).length, page.split("</section>", -1).length);
  }

  @Test
  void numbersInTablesStandToTheRight() {
    String html =
        new Table(
                List.of("name", "pairs", "share", "note"),
                List.of(List.of("7", "1,200", "58.1 %", "-"), List.of("b", "-3", "0.25", "9")))
            .html();
    assertTrue(html.contains("<th scope=\"row\">7</th>"), html);
    for (String number : List.of("1,200", "58.1 %", "-3", "0.25", "9")) {
      assertTrue(html.contains("<td class=\"number\">" + number + "</td>"), number);
    }
    assertTrue(html.contains("<td>-</td>"), html);
    assertTrue(html.contains("<th scope=\"col\" class=\"number\">pairs</th>"), html);
    assertTrue(html.contains("<th scope=\"col\">note</th>"), html);
  }

  @Test
  void aReportInPlainText() {
    List<String> lines = new ArrayList<>();
    new ReportText(lines::add)
        .section("Boxes")
        .text("All of them.")
        .table(new Table(List.of("", "n"), List.of(List.of("a", "10"), List.of("long", "9"))))
        .histograms(List.of(new Report.Bars(LABELS, HISTOGRAM)))
        .section("End")
        .list(List.of("one"));
    // Of 1000 boxes, 3 are less than one of 40 signs, but not none.
    assertEquals(
        List.of(
            "Boxes",
            "-----",
            "All of them.",
            "",
            "       n",
            "a     10",
            "long   9",
            "",
            "Sizes",
            "small      3  #",
            "large  1,000  " + "#".repeat(40),
            "",
            "End",
            "---",
            "- one"),
        lines);
  }

  @Test
  void plotsAreDrawnForLightAndDarkPagesAndSaidInWords() throws IOException {
    var line = new Points("trees", List.of(0.1, 0.9), List.of(0.05, 0.875));
    var cloud = new Points("ridge", List.of(1.0, 2.0), List.of(3.0, 1.0));
    assertPlot(
        "Bars of boxes by size. boxes: small 3, large 1000", Plots.histogram(LABELS, HISTOGRAM));
    assertPlot(
        "Lines of share that is right against mean score. trees: 0.100 0.0500, 0.900 0.875",
        Plots.reliability("Calibration", List.of(line)));
    assertPlot(
        "Lines of boxes against size. trees: 0.100 0.0500, 0.900 0.875; ridge: 1 3, 2 1",
        Plots.lines(LABELS, List.of(line, cloud)));
    assertPlot(
        "Points of boxes against size. ridge: 1 3, 2 1", Plots.scatter(LABELS, List.of(cloud)));
  }

  private static void assertPlot(String alt, Plot plot) throws IOException {
    assertEquals(alt, plot.alt());
    Plot.Image image = plot.image().orElseThrow();
    // The corner is the page's own white, or nearly black.
    assertEquals(0xFFFFFFFF, corner(image.light()));
    assertEquals(0xFF1F211E, corner(image.dark()));
  }

  private static int corner(String address) throws IOException {
    String base64 = address.substring("data:image/png;base64,".length());
    var pixels = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    assertEquals(2 * Plots.WIDTH, pixels.getWidth());
    assertEquals(2 * Plots.HEIGHT, pixels.getHeight());
    return pixels.getRGB(0, 0);
  }

  @Test
  void manyBarsAreSummedUpInWords() {
    int[] values = new int[40];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 2;
    }
    values[1] = 7;
    // 0 once, every other once or twice, 7 thrice.
    assertEquals(
        "Bars of boxes by size. boxes: 20 values, the greatest 3 at 7",
        Plots.histogram(LABELS, Histogram.ofWhole(values, 100)).alt());
  }

  @Test
  void wherePlotsCannotBeDrawnTheirWordsAreShown() {
    var plot = new Plot("Sizes", "3 small", Optional.empty());
    String page = new ReportPage("Boxes", "").plots(plot).render();
    assertTrue(page.contains("<p class=\"alt\">3 small</p>"), page);
    assertEquals(
        new Plot("Sizes", "Nothing to show.", Optional.empty()),
        Plots.histogram(LABELS, new Histogram(List.of(), List.of())));
  }
}
