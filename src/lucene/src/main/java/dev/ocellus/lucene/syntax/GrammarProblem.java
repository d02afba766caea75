package dev.ocellus.lucene.syntax;

import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.Token;

/** What Lucene's parser says of a query that it cannot read, in one line with the column. */
final class GrammarProblem {

  private GrammarProblem() {}

  static String message(ParseException problem) {
    ParseException cause = problem.getCause() instanceof ParseException inner ? inner : problem;
    if (cause.currentToken == null || cause.currentToken.next == null) {
      return String.valueOf(cause.getMessage())
          .lines()
          .findFirst()
          .orElse("the query cannot be read");
    }
    Token unexpected = cause.currentToken.next;
    String found = Disguise.reveal(unexpected.image);
    return new Note(
            unexpected.beginColumn + 1,
            (found.isEmpty() ? "the query ends too early" : "'" + found + "' cannot stand here")
                + "; escape special characters by \\ to read them as text")
        .toString();
  }
}
