package dev.ocellus.encode.hub;

import java.io.IOException;

/** A hub or the way to it failed, for good; the message is one line that says what and where. */
public sealed class HubException extends IOException permits IntegrityException {

  public HubException(String message) {
    super(message);
  }

  public HubException(String message, Throwable cause) {
    super(message, cause);
  }
}
