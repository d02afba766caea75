package dev.ocellus.server;

/**
 * A server that cannot be started as asked; the message is one line that says what would be right.
 */
public final class ServerException extends IllegalArgumentException {

  public ServerException(String message) {
    super(message);
  }

  public ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
