package dev.ocellus.lucene.highlight;

/**
 * How a match is shown in text.
 *
 * @param before stands before a match, as it is
 * @param after stands behind a match, as it is
 * @param html whether the caption's own text is escaped, so that it shows as text in HTML, also
 *     within quotation marks
 */
public record Markers(String before, String after, boolean html) {

  /** The element that HTML has for it. */
  public static final Markers MARK = new Markers("<mark>", "</mark>", true);

  /** For plain text. */
  public static final Markers BRACKETS = new Markers("[", "]", false);

  String escape(String text) {
    if (!html) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
