package dev.ocellus.opensearch.encode;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.opensearch.action.support.ContextPreservingActionListener;
import org.opensearch.common.util.concurrent.AbstractRunnable;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.common.breaker.CircuitBreakingException;
import org.opensearch.core.concurrency.OpenSearchRejectedExecutionException;
import org.opensearch.threadpool.ThreadPool;

/**
 * The way into the pool: what would take too much memory, or finds its queue full, is refused with
 * status 429.
 */
final class Admission {

  private final ThreadPool threads;
  private final CircuitBreaker breaker;
  private final EncodingCounts counts;

  Admission(ThreadPool threads, CircuitBreaker breaker, EncodingCounts counts) {
    this.threads = threads;
    this.breaker = breaker;
    this.counts = counts;
  }

  ExecutorService pool() {
    return threads.executor(EncodeSettings.THREAD_POOL);
  }

  /**
   * Starts work that needs so much memory until its listener is called.
   *
   * @param listener is told, in the caller's thread context, if the work is refused
   * @param work gets the listener that it must call
   */
  <T> void admit(long bytes, ActionListener<T> listener, Consumer<ActionListener<T>> work) {
    MemoryLease lease = new MemoryLease(breaker, counts);
    try {
      lease.add(bytes);
    } catch (CircuitBreakingException e) {
      listener.onFailure(e);
      return;
    }
    long start = System.nanoTime();
    ActionListener<T> inContext =
        ContextPreservingActionListener.wrapPreservingContext(listener, threads.getThreadContext());
    ActionListener<T> counted =
        ActionListener.wrap(
            answer -> {
              counts.waits.record(System.nanoTime() - start);
              inContext.onResponse(answer);
            },
            failure -> {
              if (failure instanceof OpenSearchRejectedExecutionException) {
                counts.refusedByQueue.increment();
              }
              inContext.onFailure(failure);
            });
    work.accept(ActionListener.runBefore(counted, lease::close));
  }

  /** Computes something on a thread of the pool. */
  <T> void compute(long bytes, ActionListener<T> listener, Callable<T> work) {
    admit(
        bytes,
        listener,
        admitted ->
            pool()
                .execute(
                    new AbstractRunnable() {
                      @Override
                      protected void doRun() throws Exception {
                        T answer;
                        try {
                          answer = work.call();
                        } catch (LinkageError e) {
                          throw TextBatches.asException(e);
                        }
                        admitted.onResponse(answer);
                      }

                      @Override
                      public void onFailure(Exception e) {
                        admitted.onFailure(e);
                      }
                    }));
  }
}
