package dev.ocellus.opensearch.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.util.concurrent.AbstractRunnable;

/**
 * Joins texts that wait at the same time: every job asks the pool for one run, and a run takes as
 * many waiting jobs as one batch holds. So a lone query waits for nobody, and many share runs of
 * the graph. The pool's queue bounds this one.
 */
final class TextQueue {

  private final Queue<TextJob> waiting = new ConcurrentLinkedQueue<>();
  private final Executor pool;
  private final IntSupplier batch;
  private final Consumer<List<TextJob>> encoder;

  /**
   * @param batch texts in a batch, unless a single job has more
   * @param encoder answers the listeners of the jobs that it is given; throws nothing
   */
  TextQueue(Executor pool, IntSupplier batch, Consumer<List<TextJob>> encoder) {
    this.pool = pool;
    this.batch = batch;
    this.encoder = encoder;
  }

  /** Has a job done soon, or its listener told that the pool refuses it. */
  void submit(TextJob job) {
    waiting.add(job);
    pool.execute(
        new AbstractRunnable() {
          @Override
          protected void doRun() {
            // Others may have been taken instead of this one, but then it is nearer to the front.
            while (!job.isTaken()) {
              List<TextJob> next = next();
              if (!next.isEmpty()) {
                encoder.accept(next);
              }
            }
          }

          @Override
          public void onFailure(Exception e) {
            if (waiting.remove(job)) {
              job.listener().onFailure(e);
            }
          }
        });
  }

  private List<TextJob> next() {
    List<TextJob> jobs = new ArrayList<>();
    int texts = 0;
    @Nullable TextJob job;
    while (texts < batch.getAsInt() && (job = waiting.poll()) != null) {
      job.take();
      jobs.add(job);
      texts += job.texts().size();
    }
    return jobs;
  }
}
