package dev.ocellus.encode;

/** A model that is unknown, incomplete or unusable; the message is one line that says why. */
public final class ModelException extends IllegalArgumentException {

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
