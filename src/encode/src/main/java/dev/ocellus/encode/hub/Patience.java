package dev.ocellus.encode.hub;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait for a hub, and how often to ask again.
 *
 * @param attempts failures in a row that end a request; bytes that came begin a new row
 * @param firstDelay wait after the first failure; it doubles with each further one, and a random
 *     half of it is left out, lest many clients come back at once
 * @param longestDelay the most of that, and of what a server may ask for
 * @param silence how long no byte may come
 */
public record Patience(int attempts, Duration firstDelay, Duration longestDelay, Duration silence) {

  /** Some seconds for a hub's hiccup, a minute for its silence. */
  public static final Patience DEFAULT =
      new Patience(5, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(60));

  private static final long POLL_MILLIS = 100;

  /** Something that may fail for the moment. */
  interface Attempt<T> {
    T run() throws IOException;
  }

  /**
   * Tries until it works.
   *
   * @param what is tried, for messages
   * @param progress bytes that have come; failures with progress between them are no row
   * @throws HubException if it fails for good
   */
  <T> T retry(String what, PullListener listener, LongSupplier progress, Attempt<T> attempt)
      throws IOException {
    int failures = 0;
    long before = progress.getAsLong();
    while (true) {
      try {
        return attempt.run();
      } catch (HubException | StoppedException | FileSystemException e) {
        throw e;
      } catch (IOException e) {
        if (isHopeless(e)) {
          throw new HubException(what + ": " + reason(e), e);
        }
        failures = progress.getAsLong() > before ? 1 : failures + 1;
        before = progress.getAsLong();
        if (failures >= attempts) {
          throw new HubException(
              "%s: %s, %d times in a row; what was downloaded is kept for another run"
                  .formatted(what, reason(e), failures),
              e);
        }
        Duration delay = delay(failures, e);
        listener.note(
            "%s: %s; trying again in %.1f s".formatted(what, reason(e), delay.toMillis() / 1e3));
        sleep(delay, listener);
      }
    }
  }

  /** Waits, unless the listener stops it. */
  private static void sleep(Duration delay, PullListener listener) throws IOException {
    long end = System.nanoTime() + delay.toNanos();
    do {
      if (listener.cancelled()) {
        throw new StoppedException();
      }
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      try {
        Thread.sleep(Math.max(0, Math.min(POLL_MILLIS, left)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    } while (System.nanoTime() < end);
  }

  private Duration delay(int failures, IOException failure) {
    Duration asked = failure instanceof TransientException t ? t.retryAfter() : null;
    double longest = longestDelay.toMillis();
    if (asked != null) {
      return Duration.ofMillis(Math.min(asked.toMillis(), longestDelay.toMillis()));
    }
    double full = Math.min(longest, firstDelay.toMillis() * Math.pow(2, failures - 1));
    double random = ThreadLocalRandom.current().nextDouble(0.5, 1);
    return Duration.ofMillis(Math.round(full * random));
  }

  /** What another attempt would meet again: no such host, or one that is not who it says. */
  private static boolean isHopeless(IOException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof UnresolvedAddressException || t instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Throwable e) {
    for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof UnresolvedAddressException) {
        return "no such host, or no network (models add takes a folder, --endpoint a mirror)";
      }
    }
    if (e instanceof java.net.ConnectException) {
      return "cannot connect";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
