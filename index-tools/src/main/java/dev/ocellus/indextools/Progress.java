package dev.ocellus.indextools;

import java.io.PrintWriter;

/**
 * Shows how a long job goes on, on standard error: a bar on a terminal, a line now and then
 * elsewhere. Safe for use by several threads.
 */
public abstract class Progress implements AutoCloseable {

  /** Set by the launcher to the terminal's width where standard error is a terminal. */
  static final String COLUMNS = "ocellus.columns";

  Progress() {}

  /**
   * Begins to show a job.
   *
   * @param task what is done, "Indexing"
   * @param unit what is counted, "photos"
   */
  public static Progress start(PrintWriter err, String task, String unit) {
    int columns = Integer.getInteger(COLUMNS, 0);
    return columns > 0
        ? new BarProgress(err, task, unit, columns)
        : new LineProgress(err, task, unit);
  }

  /** The job is of so many units. */
  public abstract void total(long units);

  /** So many units are done, all told. */
  public abstract void done(long units);

  /** Shows a line that stays. */
  public abstract void note(String line);

  @Override
  public abstract void close();
}
