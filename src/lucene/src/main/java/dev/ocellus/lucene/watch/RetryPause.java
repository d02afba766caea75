package dev.ocellus.lucene.watch;

import java.time.Duration;

/** When to try again what failed: soon, then more and more rarely. */
final class RetryPause {

  private final Duration first;
  private final Duration longest;
  private Duration pause = Duration.ZERO;

  RetryPause(Duration first, Duration longest) {
    this.first = first.compareTo(longest) < 0 ? first : longest;
    this.longest = longest;
  }

  /** Whether to try again at all. */
  boolean isPending() {
    return !pause.isZero();
  }

  /** How long to wait after the last attempt. */
  Duration pause() {
    return pause;
  }

  /**
   * @param again whether the last attempt is to be repeated
   */
  void set(boolean again) {
    if (!again) {
      pause = Duration.ZERO;
    } else {
      Duration next = pause.isZero() ? first : pause.multipliedBy(2);
      pause = next.compareTo(longest) < 0 ? next : longest;
    }
  }
}
