package dev.ocellus.lucene.watch;

import dev.ocellus.lucene.index.IndexProgress;
import java.util.ArrayList;
import java.util.List;

/** Passes on what a run tells, but keeps its problems. */
final class CollectingProgress implements IndexProgress {

  private final IndexProgress listener;
  private final List<String> problems = new ArrayList<>();

  CollectingProgress(IndexProgress listener) {
    this.listener = listener;
  }

  /** The problems of the run, one line each. */
  List<String> problems() {
    return problems;
  }

  @Override
  public void started(long photos) {
    listener.started(photos);
  }

  @Override
  public void advanced(long done) {
    listener.advanced(done);
  }

  @Override
  public void notice(String line) {
    listener.notice(line);
  }

  @Override
  public void problem(String line) {
    problems.add(line);
  }

  @Override
  public boolean cancelled() {
    return listener.cancelled();
  }
}
