package dev.ocellus.study.report;

import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Colours of plots on a light and on a dark page; the same as those of report.css. */
final class PlotStyle {
  static final PlotStyle LIGHT =
      new PlotStyle(0xFFFFFF, 0x1C1B19, 0x5F5C56, 0xE3DFD6, 0x0B6E63, 0xC4571B, 0x3B5BA9, 0x8A4B9A);
  static final PlotStyle DARK =
      new PlotStyle(0x1F211E, 0xECEBE6, 0xA8A59C, 0x353731, 0x5CC9B8, 0xF0A35E, 0x8FA8F0, 0xD19BE0);

  private final Color card;
  private final Color ink;
  private final Color soft;
  private final Color line;
  private final Color[] series;

  private PlotStyle(int card, int ink, int soft, int line, int... series) {
    this.card = new Color(card);
    this.ink = new Color(ink);
    this.soft = new Color(soft);
    this.line = new Color(line);
    this.series = new Color[series.length];
    for (int i = 0; i < series.length; i++) {
      this.series[i] = new Color(series[i]);
    }
  }

  /** Dresses a chart. */
  void apply(Chart<?, ?> chart, boolean legend) {
    Styler styler = chart.getStyler();
    styler.setChartBackgroundColor(card);
    styler.setPlotBackgroundColor(card);
    styler.setChartFontColor(ink);
    styler.setPlotBorderVisible(false);
    styler.setChartTitleVisible(false);
    styler.setChartPadding(8);
    styler.setSeriesColors(series);
    styler.setLegendVisible(legend);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    styler.setLegendBackgroundColor(card);
    styler.setLegendBorderColor(card);
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    if (styler instanceof AxesChartStyler axes) {
      axes.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      axes.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
      axes.setXAxisTitleColor(soft);
      axes.setYAxisTitleColor(soft);
      axes.setAxisTickLabelsColor(soft);
      axes.setAxisTickMarksColor(line);
      axes.setPlotGridLinesColor(line);
      axes.setPlotGridVerticalLinesVisible(false);
      axes.setDecimalPattern("#,##0.##");
    }
  }

  /** The colour of what is only there to compare with. */
  Color guide() {
    return soft;
  }
}
