package dev.ocellus.indextools.json;

import dev.ocellus.lucene.transfer.ImportReport;

/** The answer of {@code import}: the components of {@link ImportReport}. */
public record ImportAnswer(
    long photos,
    long added,
    long changed,
    long unchanged,
    long problems,
    boolean complete,
    boolean cancelled) {

  public static ImportAnswer of(ImportReport report) {
    return new ImportAnswer(
        report.photos(),
        report.added(),
        report.changed(),
        report.unchanged(),
        report.problems(),
        report.complete(),
        report.cancelled());
  }
}
