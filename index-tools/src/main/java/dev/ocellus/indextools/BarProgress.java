package dev.ocellus.indextools;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with rate and time left. */
final class BarProgress extends Progress {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int UPDATE_MILLIS = 250;

  private final PrintWriter err;
  private final ProgressBarBuilder builder;
  private @Nullable ProgressBar bar;

  BarProgress(PrintWriter err, String task, String unit, int columns) {
    this.err = err;
    this.builder =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(" " + unit, 1)
            .showSpeed()
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, columns - 1));
  }

  @Override
  public synchronized void total(long units) {
    bar = builder.setInitialMax(units).build();
  }

  @Override
  public synchronized void done(long units) {
    if (bar != null) {
      bar.stepTo(units);
    }
  }

  @Override
  public void note(String line) {
    synchronized (err) {
      err.print(CLEAR_LINE);
      err.println(Printable.line(line));
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      err.println();
    }
  }

  private void draw(String rendered) {
    synchronized (err) {
      err.print(CLEAR_LINE + rendered);
      err.flush();
    }
  }
}
