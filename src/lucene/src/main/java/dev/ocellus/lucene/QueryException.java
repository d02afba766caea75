package dev.ocellus.lucene;

/** A query that cannot be answered; the message is one line that says why. */
public sealed class QueryException extends IllegalArgumentException permits TooManyPointsException {

  public QueryException(String message) {
    super(message);
  }
}
