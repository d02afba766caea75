package dev.ocellus.indextools;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A line every few seconds, for a log. */
final class LineProgress extends Progress {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final String task;
  private final String unit;
  private final long start = System.nanoTime();
  private long lastLine = start;
  private long total;

  LineProgress(PrintWriter err, String task, String unit) {
    this.err = err;
    this.task = task;
    this.unit = unit;
  }

  @Override
  public synchronized void total(long units) {
    total = units;
  }

  @Override
  public synchronized void done(long units) {
    long now = System.nanoTime();
    if (now - lastLine >= INTERVAL.toNanos() && units > 0) {
      lastLine = now;
      double rate = units * 1e9 / (now - start);
      err.println(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d %s, %.1f a second, %.0f s left",
              task,
              units,
              total,
              unit,
              rate,
              Math.max(0, total - units) / rate));
    }
  }

  @Override
  public synchronized void note(String line) {
    err.println(Printable.line(line));
  }

  @Override
  public void close() {}
}
