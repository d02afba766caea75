package dev.ocellus.indextools.json;

import dev.ocellus.lucene.check.CheckPart;
import dev.ocellus.lucene.check.CheckReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer of {@code check}.
 *
 * @param problems number of problems by part
 * @param lines the problems
 */
public record CheckAnswer(
    boolean clean,
    long photos,
    long captions,
    long files,
    long hashed,
    Map<String, Long> problems,
    List<Line> lines,
    boolean cancelled) {

  /** One problem. */
  public record Line(String part, String problem) {}

  public static CheckAnswer of(CheckReport report, List<Line> lines) {
    Map<String, Long> problems = new TreeMap<>();
    for (CheckPart part : CheckPart.values()) {
      problems.put(part.key(), report.problems().getOrDefault(part, 0L));
    }
    return new CheckAnswer(
        report.clean(),
        report.photos(),
        report.captions(),
        report.files(),
        report.hashed(),
        problems,
        lines,
        report.cancelled());
  }
}
