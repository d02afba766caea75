package dev.ocellus.lucene;

import java.time.Duration;

/** A point in time that cannot be opened now, as there are as many as there may be. */
public final class TooManyPointsException extends QueryException {

  private final Duration retryAfter;

  /**
   * @param retryAfter when one that is open may have expired
   */
  public TooManyPointsException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** When to try again: above 0. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
