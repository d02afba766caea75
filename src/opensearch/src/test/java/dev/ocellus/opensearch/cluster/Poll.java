package dev.ocellus.opensearch.cluster;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what has no event to wait for: the state of another process. */
public final class Poll {

  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

  private Poll() {}

  /**
   * Asks every tenth of a second.
   *
   * @param problem what to say if it never becomes true
   * @throws AssertionError after that time
   */
  public static void until(Duration atMost, BooleanSupplier condition, Supplier<String> problem) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("after " + atMost.toSeconds() + " s: " + problem.get());
      }
      LockSupport.parkNanos(INTERVAL);
    }
  }
}
