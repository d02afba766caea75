package dev.ocellus.fusion;

/** A table or fusion file that cannot be used; the message is one line that says what and where. */
public final class DataException extends IllegalArgumentException {

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
