package dev.ocellus.study.publish;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.fusion.metrics.Interval;
import dev.ocellus.study.grid.Cell;
import dev.ocellus.study.grid.ComparedResult;
import dev.ocellus.study.grid.Figures;
import dev.ocellus.study.grid.StudyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the results for programs: one table, and one JSON object. */
public final class StudyFiles {

  /** The table. */
  public static final String CSV = "results.csv";

  /** The same with intervals, and how the data were taken. */
  public static final String JSON = "results.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private StudyFiles() {}

  /** Writes {@value #CSV}: a row a cell; empty where a figure is not defined. */
  public static void writeCsv(StudyReport report, Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("target", "features", "learner"));
    header.addAll(Figures.ALL);
    header.addAll(List.of("best", "p_value"));
    lines.add(String.join(",", header));
    for (ComparedResult compared : report.results()) {
      Cell cell = compared.result().cell();
      List<String> fields =
          new ArrayList<>(List.of(quoted(cell.target()), quoted(cell.features()), cell.learner()));
      for (String name : Figures.ALL) {
        fields.add(number(compared.result().figures().getOrDefault(name, Double.NaN)));
      }
      fields.add(Boolean.toString(compared.best()));
      fields.add(number(compared.pValue()));
      lines.add(String.join(",", fields));
    }
    Files.write(folder.resolve(CSV), lines);
  }

  private static String quoted(String field) {
    return field.contains(",") || field.contains("\"")
        ? '"' + field.replace("\"", "\"\"") + '"'
        : field;
  }

  /** Six decimals: what is beyond them differs between machines. */
  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "";
  }

  /** Writes {@value #JSON}. */
  public static void writeJson(StudyReport report, Path folder) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode facts = root.putObject("data");
    report.facts().forEach(facts::put);
    ArrayNode cells = root.putArray("cells");
    for (ComparedResult compared : report.results()) {
      cell(compared, cells.addObject());
    }
    Files.write(folder.resolve(JSON), MAPPER.writeValueAsBytes(root));
  }

  private static void cell(ComparedResult compared, ObjectNode node) {
    Cell cell = compared.result().cell();
    node.put("target", cell.target());
    node.put("features", cell.features());
    node.put("learner", cell.learner());
    node.put("pairs", compared.result().scores().length);
    node.put("queries", compared.result().ranks().length);
    ObjectNode figures = node.putObject("figures");
    for (String name : Figures.ALL) {
      put(figures, name, compared.result().figures().getOrDefault(name, Double.NaN));
    }
    ObjectNode intervals = node.putObject("intervals");
    compared.result().intervals().forEach((name, interval) -> put(intervals, name, interval));
    node.put("best", compared.best());
    put(node, "p_value", compared.pValue());
  }

  private static void put(ObjectNode node, String name, Interval interval) {
    node.putArray(name).add(rounded(interval.low())).add(rounded(interval.high()));
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, rounded(value));
    } else {
      node.putNull(name);
    }
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
