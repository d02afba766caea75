package dev.ocellus.lucene.watch;

import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.index.FileStamps;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexReport;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Indexes a folder of photos and follows its changes, and those of the caption table, until told to
 * stop. Between updates the index is not locked: photos may be edited by other processes.
 *
 * <p>Every update is a run of {@link PhotoIndexer}, so that the index is what a run from scratch
 * would make of it, whatever was heard or missed of the changes.
 */
public final class PhotoWatcher {

  /** How often it is asked whether to stop. */
  private static final Duration STEP = Duration.ofMillis(200);

  /** The first of the pauses after which a failed look is repeated; each is twice the last. */
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  private final IndexOptions options;
  private final WatchTimes times;
  private final FileStamps stamps = new FileStamps();
  private final HeldProblems problems;
  private final HeldProblems failures;
  private final RetryPause retry;

  public PhotoWatcher(IndexOptions options) {
    this(options, WatchTimes.DEFAULT);
  }

  public PhotoWatcher(IndexOptions options, WatchTimes times) {
    this.options = options;
    this.times = times;
    this.problems = new HeldProblems(times.patience());
    this.failures = new HeldProblems(times.patience());
    this.retry = new RetryPause(FIRST_RETRY, times.patience());
  }

  /**
   * Runs until the listener says {@link WatchListener#cancelled()}; everything done is then
   * committed. Files that cannot be read are tried again, and told when they stay so; so is a
   * caption table that cannot be used, a folder without photos, and another writer at work.
   *
   * @throws IndexException if the first run cannot be made, as {@link PhotoIndexer#run} says
   * @throws IOException if the disk fails, or the system watches no more folders
   */
  public void run(WatchListener listener) throws IOException {
    try (FolderEvents events =
        new FolderEvents(options.photos(), options.index(), options.captions(), stamps)) {
      events.register();
      IndexReport report = firstRun(listener);
      long last = System.nanoTime();
      while (!report.cancelled() && awaitChange(events, last, listener)) {
        events.register();
        IndexReport update = update(listener);
        last = System.nanoTime();
        if (update != null) {
          report = update;
          listener.updated(report);
        }
      }
    }
  }

  private IndexReport firstRun(WatchListener listener) throws IOException {
    CollectingProgress progress = new CollectingProgress(listener);
    IndexReport report;
    try {
      report = new PhotoIndexer(options, stamps).run(progress);
    } finally {
      progress.problems().forEach(listener::problem);
    }
    problems.told(progress.problems());
    listener.updated(report);
    return report;
  }

  /** One more run, or null if there could be none. */
  private @Nullable IndexReport update(WatchListener listener) throws IOException {
    CollectingProgress progress = new CollectingProgress(listener);
    try {
      IndexReport report = new PhotoIndexer(options, stamps).run(progress);
      tell(failures, List.of(), listener);
      tell(problems, progress.problems(), listener);
      retry.set(problems.waiting());
      return report;
    } catch (IndexException | DataException e) {
      tell(failures, List.of(String.valueOf(e.getMessage())), listener);
      retry.set(true);
      return null;
    }
  }

  private static void tell(HeldProblems held, List<String> met, WatchListener listener) {
    held.due(met, System.nanoTime()).forEach(listener::problem);
  }

  /**
   * Waits until there is something to look at.
   *
   * @param last when the folder was last looked at
   * @return false if told to stop
   */
  private boolean awaitChange(FolderEvents events, long last, WatchListener listener)
      throws IOException {
    boolean changed = false;
    long first = 0;
    long latest = 0;
    while (!listener.cancelled()) {
      Duration step = changed && times.quiet().compareTo(STEP) < 0 ? times.quiet() : STEP;
      boolean heard = events.await(step);
      long now = System.nanoTime();
      if (heard) {
        latest = now;
        first = changed ? first : now;
        changed = true;
      }
      boolean settled =
          changed && (passed(times.quiet(), latest, now) || passed(times.longest(), first, now));
      boolean again = retry.isPending() && passed(retry.pause(), last, now);
      if (settled || again || passed(times.rescan(), last, now)) {
        return true;
      }
    }
    return false;
  }

  private static boolean passed(Duration time, long since, long now) {
    return now - since >= time.toNanos();
  }
}
