package dev.ocellus.indextools.cluster;

import java.io.IOException;

/** A cluster or the way to it failed; the message is one line that says what and where. */
public final class ClusterException extends IOException {

  ClusterException(String message) {
    super(message);
  }

  ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
