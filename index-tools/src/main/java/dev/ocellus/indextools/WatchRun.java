package dev.ocellus.indextools;

import dev.ocellus.indextools.json.IndexAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexReport;
import dev.ocellus.lucene.watch.PhotoWatcher;
import dev.ocellus.lucene.watch.WatchListener;
import java.io.IOException;
import java.io.PrintWriter;

/** {@code ocellus index --watch}: shows the first run, then a summary of every update. */
final class WatchRun implements WatchListener {

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final StopSignals signals;
  private Progress progress;
  private boolean first = true;

  WatchRun(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.progress = Progress.start(err, "Indexing", "photos");
    this.signals = new StopSignals(() -> progress().note("stopping"));
  }

  /** Returns the exit status: that of the signal that ended it. */
  int follow(IndexOptions options) throws IOException {
    try (signals) {
      new PhotoWatcher(options).run(this);
      return signals.exitStatus();
    } finally {
      progress().close();
    }
  }

  private synchronized Progress progress() {
    return progress;
  }

  @Override
  public void updated(IndexReport report) {
    boolean changed = report.added() + report.changed() + report.renamed() + report.removed() > 0;
    if (first || changed) {
      endBar();
      IndexingRun run = new IndexingRun(report, 0);
      if (json) {
        out.println(Json.line(IndexAnswer.of(report, run.photosPerSecond())));
      } else {
        run.print(out);
      }
      out.flush();
    }
    if (first && !report.cancelled()) {
      err.println("following the folder; Ctrl-C to stop");
    }
    first = false;
  }

  /** Updates are short, and many: they are told by their outcome alone. */
  private synchronized void endBar() {
    progress.close();
    progress = new LineProgress(err, "Updating", "photos");
  }

  @Override
  public void started(long photos) {
    progress().total(photos);
  }

  @Override
  public void advanced(long done) {
    progress().done(done);
  }

  @Override
  public void notice(String line) {
    progress().note(line);
  }

  @Override
  public void problem(String line) {
    progress().note(line);
  }

  @Override
  public boolean cancelled() {
    return signals.stopAsked();
  }
}
