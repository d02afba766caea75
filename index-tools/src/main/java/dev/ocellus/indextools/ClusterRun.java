package dev.ocellus.indextools;

import dev.ocellus.indextools.cluster.ClusterIndexing;
import dev.ocellus.indextools.cluster.ClusterOptions;
import dev.ocellus.indextools.cluster.StoppedException;
import dev.ocellus.indextools.json.IndexAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.index.IndexOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** {@code ocellus index --to}: an indexing run into a cluster, shown as one into a folder is. */
final class ClusterRun {

  private static final String GO_ON =
      "stopped; what was indexed is kept, and the same command goes on from here";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;

  ClusterRun(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /** Returns the exit status: a signal's, or that photos were refused. */
  int run(IndexOptions options, ClusterOptions to) throws IOException {
    ClusterIndexing done;
    int stopped = 0;
    try (var progress = Progress.start(err, "Indexing", "photos");
        var signals =
            new StopSignals(
                () -> progress.note("stopping after the photos at hand; again to stop at once"))) {
      try {
        done = ClusterIndexing.run(options, to, new IndexingProgress(progress, signals));
      } catch (StoppedException e) {
        progress.note(e.problem());
        progress.note(GO_ON);
        return signals.exitStatus();
      }
      if (done.report().cancelled()) {
        stopped = signals.exitStatus();
      }
    }
    print(done);
    if (stopped > 0) {
      err.println(GO_ON);
      return stopped;
    }
    return done.rejected() > 0 ? Failures.BACKEND_ERROR : 0;
  }

  private void print(ClusterIndexing done) {
    var run = new IndexingRun(done.report(), 0);
    if (json) {
      out.println(
          Json.write(IndexAnswer.of(done.report(), run.photosPerSecond(), done.rejected())));
      return;
    }
    run.print(out);
    if (done.rejected() > 0) {
      out.printf(Locale.ROOT, "%,d of them refused by the cluster%n", done.rejected());
    }
  }
}
