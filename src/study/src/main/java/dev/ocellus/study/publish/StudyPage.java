package dev.ocellus.study.publish;

import dev.ocellus.fusion.metrics.Interval;
import dev.ocellus.study.grid.CellResult;
import dev.ocellus.study.grid.ComparedResult;
import dev.ocellus.study.grid.Figures;
import dev.ocellus.study.grid.StudyReport;
import dev.ocellus.study.report.Plots;
import dev.ocellus.study.report.ReportPage;
import dev.ocellus.study.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results for people: report.html. */
public final class StudyPage {

  /** The page's name. */
  public static final String FILE = "report.html";

  private static final int BARS = 12;

  private final StudyReport report;
  private final ReportPage page =
      new ReportPage(
          "What makes a match score",
          "Every way to describe a photo and a text, with every learner and every kind of judgment,"
              + " measured on photos that the learner had not seen.");

  private StudyPage(StudyReport report) {
    this.report = report;
  }

  /** Writes {@value #FILE}. */
  public static void write(StudyReport report, Path folder) throws IOException {
    StudyPage page = new StudyPage(report);
    page.facts();
    Map<String, List<ComparedResult>> byTarget = new LinkedHashMap<>();
    for (ComparedResult result : report.results()) {
      byTarget
          .computeIfAbsent(result.result().cell().target(), target -> new ArrayList<>())
          .add(result);
    }
    for (Map.Entry<String, List<ComparedResult>> target : byTarget.entrySet()) {
      page.target(target.getKey(), target.getValue());
    }
    page.samples();
    Files.writeString(folder.resolve(FILE), page.page.render());
  }

  private void facts() {
    page.section("The data");
    List<List<String>> rows = new ArrayList<>();
    report.facts().forEach((name, value) -> rows.add(List.of(name, value)));
    page.table(Table.ofValues(rows));
    if (!report.problems().isEmpty()) {
      page.text(report.problems().size() + " rows were passed over, the first of them:");
      page.list(report.problems().stream().limit(5).toList());
    }
  }

  private void target(String target, List<ComparedResult> results) {
    String primary = Figures.primary(target);
    page.section("Learned from " + target);
    page.text(
        "Best first, by "
            + primary
            + ". p: whether the difference to the best may be luck (paired bootstrap, photos drawn)."
            + " Distinct: photos that come first for some query; 1 is the same picture for every"
            + " query.");
    page.table(table(results, primary));
    List<ComparedResult> shown = results.stream().limit(BARS).toList();
    page.plots(
        Plots.bars(
            new Plots.Labels("The best " + shown.size(), "cell", primary),
            shown.stream().map(r -> name(r.result())).toList(),
            List.of(
                new Plots.Bars(
                    primary, shown.stream().map(r -> figure(r.result(), primary)).toList()))),
        Plots.reliability("Calibration of the best three", reliability(results)),
        Plots.scatter(
            new Plots.Labels("Agreement and search", primary, Figures.RECALL_10),
            List.of(
                new Plots.Points(
                    "cells", column(results, primary), column(results, Figures.RECALL_10)))));
  }

  private static Table table(List<ComparedResult> results, String primary) {
    List<List<String>> rows = new ArrayList<>();
    for (ComparedResult compared : results) {
      CellResult result = compared.result();
      List<String> row = new ArrayList<>(List.of(name(result)));
      row.add(number(figure(result, primary), 3));
      row.add(interval(result.intervals().get(primary)));
      row.add(compared.best() ? "best" : number(compared.pValue(), 3));
      for (String name : COLUMNS) {
        row.add(number(figure(result, name), name.equals(Figures.DISTINCT_FIRST_HITS) ? 0 : 3));
      }
      rows.add(row);
    }
    List<String> header = new ArrayList<>(List.of("features, learner", primary, "95 %", "p"));
    header.addAll(COLUMNS);
    return new Table(header, rows);
  }

  private static final List<String> COLUMNS =
      List.of(
          Figures.MAE,
          Figures.RMSE,
          Figures.PEARSON,
          Figures.SPEARMAN,
          Figures.TAU_B,
          Figures.TAU_C,
          Figures.F1,
          Figures.ROC_AUC,
          Figures.AVERAGE_PRECISION,
          Figures.ECE,
          Figures.RECALL_1,
          Figures.RECALL_5,
          Figures.RECALL_10,
          Figures.MRR,
          Figures.NDCG_10,
          Figures.MEDIAN_RANK,
          Figures.DISTINCT_FIRST_HITS);

  private static List<Plots.Points> reliability(List<ComparedResult> results) {
    return results.stream()
        .limit(3)
        .map(ComparedResult::result)
        .map(
            result ->
                new Plots.Points(
                    name(result),
                    result.reliability().stream().map(bin -> bin[0]).toList(),
                    result.reliability().stream().map(bin -> bin[1]).toList()))
        .toList();
  }

  private void samples() throws IOException {
    page.section("What a search finds");
    for (ComparedResult compared : shownSearches()) {
      CellResult result = compared.result();
      page.heading(name(result) + ", learned from " + result.cell().target());
      for (CellResult.Sample sample : result.samples()) {
        List<ReportPage.Picture> pictures = new ArrayList<>();
        for (int i = 0; i < sample.images().size(); i++) {
          Path file = report.photos().get(sample.images().get(i));
          if (file != null) {
            pictures.add(
                new ReportPage.Picture(
                    Thumbnail.of(file), sample.images().get(i), number(sample.scores().get(i), 2)));
          }
        }
        page.pictures(sample.text(), pictures);
      }
    }
  }

  /** For the first target the best by search, and the encoder untrained. */
  private List<ComparedResult> shownSearches() {
    String first = report.results().getFirst().result().cell().target();
    List<ComparedResult> ofFirst =
        report.results().stream().filter(r -> r.result().cell().target().equals(first)).toList();
    List<ComparedResult> shown = new ArrayList<>();
    ofFirst.stream().filter(ComparedResult::best).findFirst().ifPresent(shown::add);
    ofFirst.stream()
        .filter(r -> r.result().cell().learner().equals("cosine"))
        .findFirst()
        .filter(r -> !shown.contains(r))
        .ifPresent(shown::add);
    return shown;
  }

  private static String name(CellResult result) {
    return result.cell().features() + ", " + result.cell().learner();
  }

  private static double figure(CellResult result, String name) {
    return result.figures().getOrDefault(name, Double.NaN);
  }

  private static List<Double> column(List<ComparedResult> results, String name) {
    return results.stream().map(r -> figure(r.result(), name)).toList();
  }

  private static String interval(@Nullable Interval interval) {
    return interval == null ? "" : number(interval.low(), 3) + "–" + number(interval.high(), 3);
  }

  private static String number(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "";
  }
}
