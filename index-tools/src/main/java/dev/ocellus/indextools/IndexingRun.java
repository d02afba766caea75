package dev.ocellus.indextools;

import dev.ocellus.lucene.PolicyMarks;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexReport;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * An indexing run with its progress shown, which a signal stops between two photos.
 *
 * @param report what the run did
 * @param status the exit status that follows: 0, or a signal's
 */
record IndexingRun(IndexReport report, int status) {

  static IndexingRun of(IndexOptions options, PrintWriter err) throws IOException {
    try (var progress = Progress.start(err, "Indexing", "photos");
        var signals =
            new StopSignals(
                () -> progress.note("stopping after the photos at hand; again to stop at once"))) {
      var report = new PhotoIndexer(options).run(new IndexingProgress(progress, signals));
      return new IndexingRun(report, report.cancelled() ? signals.exitStatus() : 0);
    }
  }

  /** Prints what the run did, for people. */
  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d added, %,d changed, %,d renamed, %,d removed, %,d unchanged, %,d unreadable,"
            + " %,d caption problems%n",
        report.added(),
        report.changed(),
        report.renamed(),
        report.removed(),
        report.unchanged(),
        report.unreadable(),
        report.captionProblems());
    IndexReport.Reencoded reencoded = report.reencoded();
    if (reencoded != null) {
      out.printf(
          Locale.ROOT,
          report.cancelled()
              ? "re-encoding from %s to %s unfinished, %,d photos encoded%n"
              : "re-encoded from %s to %s, %,d photos encoded%n",
          reencoded.from(),
          reencoded.to(),
          reencoded.photos());
    }
    PolicyMarks policy = report.policy();
    if (policy != null) {
      out.println("policy " + PolicyText.marks(policy));
    }
    double seconds = report.took().toNanos() / 1e9;
    out.printf(
        Locale.ROOT,
        "%,d photos in the index; %.1f s, %.1f photos a second%n",
        report.photos(),
        seconds,
        photosPerSecond());
  }

  /** Photo files looked at a second, those unchanged included. */
  double photosPerSecond() {
    long files =
        report.added()
            + report.changed()
            + report.renamed()
            + report.unchanged()
            + report.unreadable();
    double seconds = report.took().toNanos() / 1e9;
    return seconds > 0 ? files / seconds : 0;
  }
}
