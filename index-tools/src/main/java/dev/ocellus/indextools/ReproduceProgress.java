package dev.ocellus.indextools;

import dev.ocellus.study.grid.StudyProgress;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows how a study goes on, one bar a part of the work, and stops it when a signal comes. */
final class ReproduceProgress implements StudyProgress, AutoCloseable {

  private final PrintWriter err;
  private final StopSignals signals =
      new StopSignals(() -> note("stopping after the cells at hand; again to stop at once"));
  private @Nullable Progress part;

  ReproduceProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void begin(String task, String unit, long total) {
    closePart();
    part = Progress.start(err, task, unit);
    part.total(total);
  }

  @Override
  public synchronized void done(long units) {
    if (part != null) {
      part.done(units);
    }
  }

  @Override
  public synchronized void note(String line) {
    if (part == null) {
      err.println(Printable.line(line));
    } else {
      part.note(line);
    }
  }

  @Override
  public boolean cancelled() {
    return signals.stopAsked();
  }

  /** The exit status of a run that a signal stopped. */
  int exitStatus() {
    return signals.exitStatus();
  }

  @Override
  public synchronized void close() {
    closePart();
    signals.close();
  }

  private void closePart() {
    if (part != null) {
      part.close();
      part = null;
    }
  }
}
