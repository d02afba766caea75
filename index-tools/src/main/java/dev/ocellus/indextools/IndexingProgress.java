package dev.ocellus.indextools;

import dev.ocellus.lucene.index.IndexProgress;

/** Shows an indexing run, and stops it where a signal asks. */
final class IndexingProgress implements IndexProgress {

  private final Progress progress;
  private final StopSignals signals;

  IndexingProgress(Progress progress, StopSignals signals) {
    this.progress = progress;
    this.signals = signals;
  }

  @Override
  public void started(long photos) {
    progress.total(photos);
  }

  @Override
  public void advanced(long done) {
    progress.done(done);
  }

  @Override
  public void notice(String line) {
    progress.note(line);
  }

  @Override
  public void problem(String line) {
    progress.note(line);
  }

  @Override
  public boolean cancelled() {
    return signals.stopAsked();
  }
}
