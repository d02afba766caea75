package dev.ocellus.lucene.syntax;

/**
 * What of a query was read otherwise than its author may have meant.
 *
 * @param column where in the query, from 1, in UTF-16 code units
 * @param message one line, such as "the bracket has no partner; it is read as text"
 */
public record Note(int column, String message) {

  @Override
  public String toString() {
    return "column " + column + ": " + message;
  }
}
