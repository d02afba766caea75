package dev.ocellus.lucene.syntax;

import java.util.regex.Pattern;

/**
 * What of a query was read otherwise than its author may have meant.
 *
 * @param column where in the query, from 1, in UTF-16 code units
 * @param message one line, such as "the bracket has no partner; it is read as text"
 */
public record Note(int column, String message) {

  /** A quoted part of a query may have a line break in it. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");

  public Note {
    message = BREAKS.matcher(message).replaceAll(" ");
  }

  @Override
  public String toString() {
    return "column " + column + ": " + message;
  }
}
