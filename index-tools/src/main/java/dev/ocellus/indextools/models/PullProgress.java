package dev.ocellus.indextools.models;

import dev.ocellus.encode.hub.PullListener;
import dev.ocellus.indextools.Progress;
import dev.ocellus.indextools.StopSignals;

/** Shows a download, and stops it where a signal asks. */
final class PullProgress implements PullListener {

  private static final long MEGABYTE = 1_000_000;

  private final Progress progress;
  private final StopSignals signals;

  PullProgress(Progress progress, StopSignals signals) {
    this.progress = progress;
    this.signals = signals;
  }

  @Override
  public void started(long bytes) {
    progress.total(Math.max(1, bytes / MEGABYTE));
  }

  @Override
  public void advanced(long bytes) {
    progress.done(bytes / MEGABYTE);
  }

  @Override
  public void note(String line) {
    progress.note(line);
  }

  @Override
  public boolean cancelled() {
    return signals.stopAsked();
  }
}
