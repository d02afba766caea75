package dev.ocellus.lucene.search;

import java.util.Locale;

/** How a request's text is read. */
public enum Syntax {
  /** In the query language; what cannot be syntax is text, and a note says so. */
  LENIENT,
  /** In the query language; what is no syntax is refused. */
  STRICT,
  /** As a description, whatever characters it has. */
  TEXT;

  /** The name in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
