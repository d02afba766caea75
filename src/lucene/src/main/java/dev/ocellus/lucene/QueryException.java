package dev.ocellus.lucene;

/** A query that cannot be answered; the message is one line that says why. */
public final class QueryException extends IllegalArgumentException {

  public QueryException(String message) {
    super(message);
  }
}
