package dev.ocellus.lucene;

/**
 * An index that cannot be used as asked: not there, built with another encoder, locked by another
 * writer. The message is one line that says what is wrong and what would be right.
 */
public final class IndexException extends IllegalArgumentException {

  public IndexException(String message) {
    super(message);
  }

  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
