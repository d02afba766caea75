package dev.ocellus.indextools;

/**
 * Text from files and users, made safe for a terminal: a caption or a file name must not move the
 * cursor, change colours or turn the direction of the line.
 */
public final class Printable {

  /** An error line is cut here; a query of 100 kB is not printed back. */
  private static final int LONGEST_LINE = 500;

  private Printable() {}

  /** The text on one line, each character that is not to be printed replaced by U+FFFD. */
  public static String text(String text) {
    var result = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\r' || c == '\t') {
                result.append(' ');
              } else {
                result.appendCodePoint(isHarmless(c) ? c : '\uFFFD');
              }
            });
    return result.toString();
  }

  /** As {@link #text}, cut where it is very long. */
  public static String line(String text) {
    return text(shorten(text, LONGEST_LINE));
  }

  /** At most {@code longest} characters, the last one an ellipsis where the text is longer. */
  public static String shorten(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Direction overrides and isolates; joiners (ZWJ in emoji, ZWNJ in Persian) stay.
      case Character.FORMAT -> !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
      default -> true;
    };
  }
}
