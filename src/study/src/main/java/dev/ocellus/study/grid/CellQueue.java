package dev.ocellus.study.grid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs cells, several at once, and keeps each as soon as it is done. */
final class CellQueue {

  private final CellRunner runner;
  private final ResultStore store;
  private final int threads;
  private final StudyProgress progress;
  private long done;

  CellQueue(CellRunner runner, ResultStore store, int threads, StudyProgress progress) {
    this.runner = runner;
    this.store = store;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * @return one result an experiment, in their order
   * @throws CancellationException if the progress asked to stop
   */
  List<CellResult> run(List<Grid.Experiment> experiments) throws IOException {
    progress.begin("Fitting", "cells", experiments.size());
    List<CellResult> results = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<CellResult>> running =
          experiments.stream().map(e -> pool.submit(() -> run(e))).toList();
      try {
        for (Future<CellResult> future : running) {
          results.add(future.get());
        }
      } finally {
        running.forEach(future -> future.cancel(false));
      }
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    return results;
  }

  private CellResult run(Grid.Experiment experiment) throws IOException {
    if (progress.cancelled()) {
      throw new CancellationException();
    }
    var kept = store.find(experiment);
    if (kept.isPresent()) {
      return finished(kept.get());
    }
    CellResult result = runner.run(experiment);
    store.keep(experiment, result);
    return finished(result);
  }

  private synchronized CellResult finished(CellResult result) {
    done++;
    progress.done(done);
    return result;
  }

  private static RuntimeException failure(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof IOException disk) {
      return new UncheckedIOException(disk);
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(e);
  }
}
