package dev.ocellus.lucene.syntax;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queryparser.charstream.FastCharStream;
import org.apache.lucene.queryparser.classic.QueryParserConstants;
import org.apache.lucene.queryparser.classic.QueryParserTokenManager;
import org.apache.lucene.queryparser.classic.Token;

/** Finds operators that have nothing to work on, among the tokens of Lucene's grammar. */
final class OperatorReader {

  private final Reading reading;
  private final Notes notes;

  OperatorReader(Reading reading, Notes notes) {
    this.reading = reading;
    this.notes = notes;
  }

  /** Makes them text. */
  void read() {
    List<Token> tokens = tokens();
    boolean[] text = new boolean[tokens.size()];
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      boolean last = i == tokens.size() - 1;
      if (isConjunction(token) || isModifier(token)) {
        text[i] = last || !text[i + 1] && !mayFollow(token, tokens.get(i + 1));
      }
    }
    for (int i = 0; i < text.length; i++) {
      if (isConjunction(tokens.get(i)) && !text[i]) {
        text[i] = i == 0 || !text[i - 1] && !mayPrecede(tokens.get(i - 1));
      }
      if (text[i]) {
        Token token = tokens.get(i);
        notes.text(
            token.beginColumn,
            "%s has nothing to work on".formatted(token.image),
            isModifier(token) ? "write a word after it" : "write a word before and after it");
        reading.hide(token.beginColumn);
      }
    }
  }

  private List<Token> tokens() {
    QueryParserTokenManager manager =
        new QueryParserTokenManager(new FastCharStream(new StringReader(reading.disguised())));
    List<Token> tokens = new ArrayList<>();
    Token token = manager.getNextToken();
    while (token.kind != QueryParserConstants.EOF) {
      tokens.add(token);
      token = manager.getNextToken();
    }
    return tokens;
  }

  private static boolean isConjunction(Token token) {
    return token.kind == QueryParserConstants.AND || token.kind == QueryParserConstants.OR;
  }

  private static boolean isModifier(Token token) {
    return switch (token.kind) {
      case QueryParserConstants.NOT, QueryParserConstants.PLUS, QueryParserConstants.MINUS -> true;
      default -> false;
    };
  }

  /** Whether an operator can work on what the next token, which is no text, starts. */
  private static boolean mayFollow(Token operator, Token next) {
    return !isConjunction(next)
        && next.kind != QueryParserConstants.RPAREN
        && !(isModifier(operator) && isModifier(next));
  }

  private static boolean mayPrecede(Token previous) {
    return !isConjunction(previous)
        && !isModifier(previous)
        && previous.kind != QueryParserConstants.LPAREN
        && previous.kind != QueryParserConstants.COLON;
  }
}
