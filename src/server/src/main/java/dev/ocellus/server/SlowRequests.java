package dev.ocellus.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose client sends a request so slowly, byte after byte, that it is never
 * complete: for an idle timeout they are busy, and before its headers are complete nobody else
 * knows of the request.
 */
final class SlowRequests implements Connection.Listener {

  private static final int CHECKS = 4;

  private final Scheduler scheduler;
  private final Duration longest;
  private final Map<Connection, Progress> connections = new ConcurrentHashMap<>();

  /** What was last seen of a connection; used by the checking thread alone. */
  private static final class Progress {
    private long requests;
    private long bytes;
    private long since;
  }

  private SlowRequests(Scheduler scheduler, Duration longest) {
    this.scheduler = scheduler;
    this.longest = longest;
  }

  /**
   * Watches the connections of a connector that has started; a request may take so long to come.
   */
  static void watch(ServerConnector connector, Duration longest) {
    SlowRequests watch = new SlowRequests(connector.getScheduler(), longest);
    connector.addEventListener(watch);
    watch.checkLater();
  }

  @Override
  public void onOpened(Connection connection) {
    connections.put(connection, new Progress());
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
  }

  private void checkLater() {
    scheduler.schedule(this::check, longest.dividedBy(CHECKS));
  }

  private void check() {
    long now = System.nanoTime();
    connections.forEach(
        (connection, progress) -> {
          if (isTooSlow(connection, progress, now)) {
            connection.close();
          }
        });
    checkLater();
  }

  private boolean isTooSlow(Connection connection, Progress progress, long now) {
    long requests = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    boolean sends = bytes > progress.bytes;
    boolean sameRequest = requests == progress.requests;
    progress.requests = requests;
    progress.bytes = bytes;
    if (!sameRequest) {
      progress.since = 0;
    } else if (sends && progress.since == 0) {
      progress.since = now;
    }
    return sends && progress.since != 0 && now - progress.since > longest.toNanos();
  }
}
