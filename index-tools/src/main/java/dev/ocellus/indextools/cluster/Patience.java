package dev.ocellus.indextools.cluster;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How to wait for a cluster that is down or too busy: exponential back-off.
 *
 * @param first wait after the first failure; it doubles with each further one in a row, and a
 *     random half of it is left out, lest many clients come back at once
 * @param longest the most that one wait takes
 * @param whole how long to go on trying before it is a failure for good
 */
record Patience(Duration first, Duration longest, Duration whole) {

  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** As usual, but for so long. */
  static Patience of(Duration whole) {
    return new Patience(FIRST, LONGEST, whole);
  }

  /** The wait after so many failures in a row, at least 1. */
  Duration delay(int failures) {
    double full = Math.min(longest.toMillis(), first.toMillis() * Math.pow(2, failures - 1));
    return Duration.ofMillis(Math.round(full * ThreadLocalRandom.current().nextDouble(0.5, 1)));
  }
}
