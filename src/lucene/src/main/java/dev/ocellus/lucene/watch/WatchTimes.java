package dev.ocellus.lucene.watch;

import java.time.Duration;

/**
 * When a {@link PhotoWatcher} looks at its folder.
 *
 * @param quiet an update waits until nothing has changed for so long, so that a burst of changes is
 *     one update
 * @param longest but never longer than this after the first change
 * @param patience how long a file must stay unreadable before it is told: until then it may be half
 *     written
 * @param rescan the folder is looked at that often even if nothing was heard of it: network drives
 *     tell nothing
 */
public record WatchTimes(Duration quiet, Duration longest, Duration patience, Duration rescan) {

  /** Half a second, five seconds, ten seconds, ten minutes. */
  public static final WatchTimes DEFAULT =
      new WatchTimes(
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofMinutes(10));
}
