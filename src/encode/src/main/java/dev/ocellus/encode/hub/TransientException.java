package dev.ocellus.encode.hub;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer that may be another one in a moment. */
final class TransientException extends IOException {

  private final transient @Nullable Duration retryAfter;

  /**
   * Describes the answer.
   *
   * @param retryAfter how long the server asked to wait; null if it did not
   */
  TransientException(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
