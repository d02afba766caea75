package dev.ocellus.server.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for what takes long, and a queue of bounded length before them. Answers are written from
 * here without waiting for the client, so that slow ones hold no thread.
 */
public final class WorkPool implements Executor, AutoCloseable {

  private final ThreadPoolExecutor threads;
  private final String work;
  private final Duration longestWait;

  /**
   * @param work what is done here, in messages: "searches"
   * @param size number of threads
   * @param waiting longest queue
   * @param longestWait what has waited longer is not begun any more
   */
  public WorkPool(String work, int size, int waiting, Duration longestWait) {
    AtomicInteger number = new AtomicInteger();
    this.work = work;
    this.longestWait = longestWait;
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(waiting),
            task -> {
              Thread thread = new Thread(task, "ocellus-" + work + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Answers an exchange here; if there is too much to do already, with 503. */
  public void answer(Exchange exchange, Endpoint endpoint) {
    long asked = System.nanoTime();
    execute(
        () -> {
          try {
            if (System.nanoTime() - asked > longestWait.toNanos()) {
              throw overloaded();
            }
            endpoint.answer(exchange);
          } catch (Throwable e) {
            exchange.fail(e);
          }
        });
  }

  /**
   * Runs a task here.
   *
   * @throws Problem if too many wait already
   */
  @Override
  public void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      throw overloaded();
    }
  }

  private Problem overloaded() {
    return Problem.tryAgain(
        "overloaded",
        "%d %s run and %d wait already; try again"
            .formatted(threads.getActiveCount(), work, threads.getQueue().size()),
        1);
  }

  /** How many wait. */
  public int waiting() {
    return threads.getQueue().size();
  }

  /** Begins nothing more; what runs may end. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
