package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.syntax.ParsedQuery;
import dev.ocellus.lucene.syntax.PhotoQueryParser;
import java.util.List;

/** Reads a request's text in the syntax that it asks for. */
final class RequestText {

  private RequestText() {}

  /**
   * @param filtered whether the query has a filter, so that its text may be blank
   * @throws QueryException if the text cannot be read
   */
  static ParsedQuery parse(PhotoQueryParser parser, QueryRequest request, boolean filtered) {
    String text = request.text();
    if (text.isBlank() && (filtered || request.picture() != null)) {
      return new ParsedQuery(text, List.of(), List.of(), null, List.of());
    }
    return switch (request.syntax()) {
      case LENIENT -> parser.parse(text);
      case STRICT -> parser.parseStrictly(text);
      case TEXT -> parser.parseAsText(text);
    };
  }
}
