package dev.ocellus.encode;

/** A photo that cannot be read; the message is one line that says why. */
public final class PhotoException extends IllegalArgumentException {

  public PhotoException(String message) {
    super(message);
  }

  public PhotoException(String message, Throwable cause) {
    super(message, cause);
  }
}
