package dev.ocellus.study.report;

/** Text inside HTML. */
public final class Html {

  private Html() {}

  /** The text for an element's content or a quoted attribute: markup in it stays text. */
  public static String escape(String text) {
    var result = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> {
                  // Control characters and lone surrogates are not HTML.
                  boolean legal = c == '\n' || c == '\t' || (c >= 0x20 && (c < 0x7F || c > 0x9F));
                  boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
                  result.appendCodePoint(legal && !surrogate ? c : 0xFFFD);
                }
              }
            });
    return result.toString();
  }
}
