package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.index.IndexProgress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a cluster. One that fails for the moment, as when a node restarts or has too much to
 * do, is sent again after a while; all that are sent here may be sent twice. Safe for use by
 * several threads.
 */
final class ClusterClient implements AutoCloseable {

  private static final String JSON = "application/json";
  private static final String JSON_LINES = "application/x-ndjson";
  private static final long POLL_MILLIS = 100;

  private final ClusterAddress address;
  private final Transport transport;
  private final Patience patience;
  private final IndexProgress progress;

  /**
   * @param progress hears of waits, and may cut them short
   */
  ClusterClient(
      ClusterAddress address, Transport transport, Patience patience, IndexProgress progress) {
    this.address = address;
    this.transport = transport;
    this.patience = patience;
    this.progress = progress;
  }

  ClusterAddress address() {
    return address;
  }

  Patience patience() {
    return patience;
  }

  /**
   * Sends a request once.
   *
   * @throws ClusterException if nothing answers there
   */
  ClusterAnswer sendOnce(String method, String path) throws IOException {
    try {
      return transport.send(method, path, JSON, null);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new ClusterException(Unreachable.why(address.server(), e), e);
    }
  }

  /** Sends a request without a body. */
  ClusterAnswer send(String method, String path) throws IOException {
    return retried(method, path, JSON, null);
  }

  /** Sends a request. */
  ClusterAnswer send(String method, String path, JsonNode body) throws IOException {
    return retried(method, path, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Sends JSON Lines. */
  ClusterAnswer sendLines(String path, byte[] lines) throws IOException {
    return retried("POST", path, JSON_LINES, lines);
  }

  /**
   * The body of an answer.
   *
   * @throws ClusterException if it says that something failed
   */
  JsonNode ok(ClusterAnswer answer) throws ClusterException {
    if (!answer.isOk()) {
      throw new ClusterException(address + ": " + answer.reason());
    }
    return answer.body();
  }

  private ClusterAnswer retried(
      String method, String path, String contentType, byte @Nullable [] body) throws IOException {
    long start = System.nanoTime();
    for (int failures = 1; ; failures++) {
      String problem;
      IOException lost = null;
      try {
        ClusterAnswer answer = transport.send(method, path, contentType, body);
        if (!answer.isForTheMoment()) {
          return answer;
        }
        problem = address.server() + ": " + answer.reason();
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        problem = Unreachable.why(address.server(), e);
        lost = e;
      }
      pause(problem, failures, Duration.ofNanos(System.nanoTime() - start), lost);
    }
  }

  /**
   * Waits before another attempt.
   *
   * @param problem of the last one
   * @param failures in a row
   * @param elapsed since the first attempt
   * @throws ClusterException if patience has run out
   * @throws StoppedException if the user stops it
   */
  void pause(String problem, int failures, Duration elapsed, @Nullable IOException cause)
      throws IOException {
    Duration delay = patience.delay(failures);
    if (elapsed.plus(delay).compareTo(patience.whole()) > 0) {
      String line =
          "%s, for %d s; what it took is kept, and the same command goes on from there"
              .formatted(problem, elapsed.toSeconds());
      throw cause == null ? new ClusterException(line) : new ClusterException(line, cause);
    }
    progress.notice(
        String.format(
            Locale.ROOT, "%s; trying again in %.1f s", problem, delay.toMillis() / 1000.0));
    long end = System.nanoTime() + delay.toNanos();
    while (System.nanoTime() < end) {
      if (progress.cancelled()) {
        throw new StoppedException(problem);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
