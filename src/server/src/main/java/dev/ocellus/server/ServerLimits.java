package dev.ocellus.server;

import java.time.Duration;

/**
 * How much the server takes on. What is beyond is refused with a status that says so, before it
 * costs memory or time.
 *
 * @param connections at most so many open at once; further ones wait to be accepted
 * @param requestBytes longest body of a request, 1 or more: a picture to search by, in base64 or
 *     raw
 * @param idleTimeout a connection on which nothing moves for so long is closed
 * @param requestTimeout a request that was not received and answered within this time ends with 408
 *     or 503
 * @param searches so many at once, 1 or more; by default one a processor
 * @param waitingSearches so many more wait for their turn; beyond, 503
 * @param thumbnails so many made at once, 1 or more
 * @param waitingThumbnails so many more wait to be made; beyond, 503
 * @param thumbnailBytes made thumbnails are kept in memory up to this size
 * @param stopTimeout how long running requests have to end when the server stops
 */
public record ServerLimits(
    int connections,
    int requestBytes,
    Duration idleTimeout,
    Duration requestTimeout,
    int searches,
    int waitingSearches,
    int thumbnails,
    int waitingThumbnails,
    long thumbnailBytes,
    Duration stopTimeout) {

  /** What {@code ocellus serve} starts with. */
  public static final ServerLimits DEFAULT =
      new ServerLimits(
          20_000,
          32 << 20,
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Runtime.getRuntime().availableProcessors(),
          64,
          Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
          512,
          64L << 20,
          Duration.ofSeconds(10));

  public ServerLimits {
    check(connections >= 1, "connections must be at least 1", connections);
    check(requestBytes >= 1, "requestBytes must be at least 1", requestBytes);
    check(idleTimeout.isPositive(), "idleTimeout must be above 0", idleTimeout);
    check(requestTimeout.isPositive(), "requestTimeout must be above 0", requestTimeout);
    check(searches >= 1, "searches must be at least 1", searches);
    check(waitingSearches >= 1, "waitingSearches must be at least 1", waitingSearches);
    check(thumbnails >= 1, "thumbnails must be at least 1", thumbnails);
    check(waitingThumbnails >= 1, "waitingThumbnails must be at least 1", waitingThumbnails);
    check(thumbnailBytes >= 0, "thumbnailBytes must be at least 0", thumbnailBytes);
    check(!stopTimeout.isNegative(), "stopTimeout must be at least 0", stopTimeout);
  }

  private static void check(boolean right, String rule, Object got) {
    if (!right) {
      throw new IllegalArgumentException(rule + ", got " + got);
    }
  }

  /** The same with other times. */
  public ServerLimits withTimeouts(Duration idle, Duration request, Duration stop) {
    return new ServerLimits(
        connections,
        requestBytes,
        idle,
        request,
        searches,
        waitingSearches,
        thumbnails,
        waitingThumbnails,
        thumbnailBytes,
        stop);
  }

  /** The same with so many searches at once, and so many that wait. */
  public ServerLimits withSearches(int running, int waiting) {
    return new ServerLimits(
        connections,
        requestBytes,
        idleTimeout,
        requestTimeout,
        running,
        waiting,
        thumbnails,
        waitingThumbnails,
        thumbnailBytes,
        stopTimeout);
  }

  /** The same with other sizes. */
  public ServerLimits withSizes(int newConnections, int newRequestBytes) {
    return new ServerLimits(
        newConnections,
        newRequestBytes,
        idleTimeout,
        requestTimeout,
        searches,
        waitingSearches,
        thumbnails,
        waitingThumbnails,
        thumbnailBytes,
        stopTimeout);
  }
}
