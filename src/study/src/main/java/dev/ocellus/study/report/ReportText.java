package dev.ocellus.study.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Writes a report as lines of plain text. */
public final class ReportText implements Report {
  private static final int LONGEST_BAR = 40;

  private final Consumer<String> lines;
  private boolean begun;
  private boolean afterHeading;

  /**
   * @param lines takes each line
   */
  public ReportText(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public ReportText section(String heading) {
    if (begun) {
      lines.accept("");
    }
    begun = true;
    lines.accept(heading);
    lines.accept("-".repeat(heading.length()));
    afterHeading = true;
    return this;
  }

  @Override
  public ReportText text(String paragraph) {
    beginBlock();
    lines.accept(paragraph);
    return this;
  }

  @Override
  public ReportText table(Table table) {
    beginBlock();
    table.lines().forEach(lines);
    return this;
  }

  @Override
  public ReportText list(List<String> items) {
    items.forEach(item -> lines.accept("- " + item));
    return this;
  }

  @Override
  public ReportText histograms(List<Bars> histograms) {
    for (Bars bars : histograms) {
      beginBlock();
      lines.accept(bars.labels().title());
      bars(bars.histogram());
    }
    return this;
  }

  private void beginBlock() {
    if (!afterHeading) {
      lines.accept("");
    }
    afterHeading = false;
  }

  private void bars(Histogram histogram) {
    List<Integer> counts = histogram.counts();
    int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    var rows =
        IntStream.range(0, counts.size())
            .mapToObj(
                i ->
                    List.of(
                        histogram.labels().get(i),
                        String.format(Locale.ROOT, "%,d", counts.get(i)),
                        bar(counts.get(i), most)))
            .toList();
    Table.ofValues(rows).lines().forEach(lines);
  }

  /** Whatever is not nothing shows. */
  private static String bar(int count, int most) {
    return "#".repeat((int) Math.ceil((double) LONGEST_BAR * count / Math.max(1, most)));
  }
}
