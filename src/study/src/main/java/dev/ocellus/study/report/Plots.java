package dev.ocellus.study.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws plots. */
public final class Plots {
  /** Width of a plot on a page, in CSS pixels. */
  static final int WIDTH = 560;

  /** Height of a plot on a page, in CSS pixels. */
  static final int HEIGHT = 300;

  private static final int DENSITY = 2;
  private static final int MOST_SPOKEN = 14;

  /**
   * What a plot shows and what its axes measure.
   *
   * @param title of the plot
   * @param x what goes from left to right
   * @param y what goes from bottom to top
   */
  public record Labels(String title, String x, String y) {}

  /**
   * A row of numbers with a name.
   *
   * @param name for the legend, which is shown where there are several
   * @param values a bar each
   */
  public record Bars(String name, List<? extends Number> values) {}

  /**
   * A line or a cloud of points with a name.
   *
   * @param name for the legend, which is shown where there are several
   * @param x from left to right
   * @param y as many
   */
  public record Points(String name, List<Double> x, List<Double> y) {}

  private Plots() {}

  /** Bars of counts. */
  public static Plot histogram(Labels labels, Histogram histogram) {
    return bars(labels, histogram.labels(), List.of(new Bars(labels.y(), histogram.counts())));
  }

  /**
   * Bars, one of each row for every category.
   *
   * @param categories from left to right
   */
  public static Plot bars(Labels labels, List<String> categories, List<Bars> rows) {
    if (categories.isEmpty()) {
      return new Plot(labels.title(), "Nothing to show.", Optional.empty());
    }
    String words =
        rows.stream()
            .map(row -> row.name() + ": " + spoken(categories, row.values()))
            .collect(Collectors.joining("; "));
    return plot(
        labels,
        "Bars of " + labels.y() + " by " + labels.x() + ". " + words,
        style -> {
          CategoryChart chart =
              new CategoryChartBuilder()
                  .width(WIDTH)
                  .height(HEIGHT)
                  .xAxisTitle(labels.x())
                  .yAxisTitle(labels.y())
                  .build();
          style.apply(chart, rows.size() > 1);
          chart.getStyler().setAvailableSpaceFill(0.92);
          chart.getStyler().setXAxisMaxLabelCount(12);
          rows.forEach(row -> chart.addSeries(row.name(), categories, row.values()));
          return chart;
        });
  }

  /** Lines through points, in the order of the points. */
  public static Plot lines(Labels labels, List<Points> lines) {
    return xy(labels, "Lines", lines, XYSeriesRenderStyle.Line);
  }

  /** Clouds of points. */
  public static Plot scatter(Labels labels, List<Points> clouds) {
    return xy(labels, "Points", clouds, XYSeriesRenderStyle.Scatter);
  }

  /**
   * Scores against the share of pairs that were right, both from 0 to 1, beside the diagonal on
   * which the points of a calibrated score lie.
   */
  public static Plot reliability(String title, List<Points> lines) {
    var labels = new Labels(title, "mean score", "share that is right");
    return plot(
        labels,
        spoken(labels, "Lines", lines),
        style -> {
          XYChart chart = xyChart(labels, lines, XYSeriesRenderStyle.Line, style);
          chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
          chart.getStyler().setLegendVisible(true);
          XYSeries diagonal = chart.addSeries("calibrated", List.of(0.0, 1.0), List.of(0.0, 1.0));
          diagonal.setLineColor(style.guide());
          diagonal.setLineWidth(1);
          diagonal.setMarker(SeriesMarkers.NONE);
          return chart;
        });
  }

  private static Plot xy(
      Labels labels, String kind, List<Points> points, XYSeriesRenderStyle rendering) {
    return plot(
        labels, spoken(labels, kind, points), style -> xyChart(labels, points, rendering, style));
  }

  private static XYChart xyChart(
      Labels labels, List<Points> points, XYSeriesRenderStyle rendering, PlotStyle style) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle(labels.x())
            .yAxisTitle(labels.y())
            .build();
    style.apply(chart, points.size() > 1);
    chart.getStyler().setDefaultSeriesRenderStyle(rendering);
    chart.getStyler().setMarkerSize(5);
    for (Points line : points) {
      chart.addSeries(line.name(), line.x(), line.y()).setMarker(SeriesMarkers.CIRCLE);
    }
    return chart;
  }

  private static String spoken(Labels labels, String kind, List<Points> points) {
    return "%s of %s against %s. %s"
        .formatted(
            kind,
            labels.y(),
            labels.x(),
            points.stream()
                .map(
                    p ->
                        p.name() + ": " + spoken(p.x().stream().map(Plots::number).toList(), p.y()))
                .collect(Collectors.joining("; ")));
  }

  private static String spoken(List<String> categories, List<? extends Number> values) {
    if (values.size() > MOST_SPOKEN) {
      int top =
          IntStream.range(0, values.size())
              .reduce((a, b) -> values.get(b).doubleValue() > values.get(a).doubleValue() ? b : a)
              .orElseThrow();
      return "%d values, the greatest %s at %s"
          .formatted(values.size(), number(values.get(top).doubleValue()), categories.get(top));
    }
    return IntStream.range(0, values.size())
        .mapToObj(i -> categories.get(i) + " " + number(values.get(i).doubleValue()))
        .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  private static Plot plot(Labels labels, String alt, Function<PlotStyle, Chart<?, ?>> drawing) {
    return new Plot(labels.title(), alt, image(drawing));
  }

  private static Optional<Plot.Image> image(Function<PlotStyle, Chart<?, ?>> drawing) {
    if (!Fonts.AVAILABLE) {
      return Optional.empty();
    }
    return Optional.of(
        new Plot.Image(png(drawing.apply(PlotStyle.LIGHT)), png(drawing.apply(PlotStyle.DARK))));
  }

  private static String png(Chart<?, ?> chart) {
    var pixels = new BufferedImage(WIDTH * DENSITY, HEIGHT * DENSITY, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = pixels.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(DENSITY, DENSITY);
    chart.paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(pixels, "png", bytes)) {
        throw new IllegalStateException("this Java runtime cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
