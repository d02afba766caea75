package dev.ocellus.lucene.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is to be taken as a whole: escapes, quotes, regular expressions and ranges. */
final class SpanReader {

  /** As Lucene's grammar has it. */
  private static final Pattern RANGE =
      Pattern.compile(
          "[\\[{] *+(?:\"[^\"]++\"|[^ \"\\]}]++) ++TO ++(?:\"[^\"]++\"|[^ \"\\]}]++) *+[\\]}]");

  private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u\\p{XDigit}{4}");

  private final Reading reading;
  private final String text;
  private final Notes notes;

  SpanReader(Reading reading, Notes notes) {
    this.reading = reading;
    this.text = reading.substring(0, reading.length());
    this.notes = notes;
  }

  void read() {
    int index = 0;
    while (index < reading.length()) {
      int end =
          switch (reading.at(index)) {
            case '\\' -> escape(index);
            case '"' -> quote(index);
            case '/' -> regularExpression(index);
            case '[', '{' -> range(index);
            default -> index;
          };
      if (end > index) {
        reading.keepSpan(index, end);
      }
      index = Math.max(end, index + 1);
    }
  }

  /** In sentences something starts only where a word could; Lucene's grammar has it anywhere. */
  private boolean mayStart(int index) {
    return notes.strict()
        || reading.isBlank(index - 1)
        || "(+-!:".indexOf(text.charAt(index - 1)) >= 0;
  }

  private int escape(int index) {
    if (index + 1 < text.length() && text.charAt(index + 1) != 'u') {
      return index + 2;
    }
    Matcher unicode = UNICODE_ESCAPE.matcher(text).region(index, text.length());
    if (unicode.lookingAt()) {
      return unicode.end();
    }
    notes.text(index, "the backslash escapes nothing", "write \\\\ for a backslash");
    return index;
  }

  private int quote(int index) {
    int close = index + 1;
    while (close < text.length() && text.charAt(close) != '"') {
      close += text.charAt(close) == '\\' ? 2 : 1;
    }
    if (close >= text.length()) {
      notes.text(index, "the quotation mark has no partner", "add the other one, or write \\\"");
      return index;
    }
    if (!mayStart(index)) {
      notes.add(index, "the quotation mark stands within a word; it is read as text");
      return index;
    }
    if (text.substring(index + 1, close).isBlank()) {
      notes.text(index, "there is nothing between the quotation marks", "put a phrase there");
      return index;
    }
    return close + 1;
  }

  private int regularExpression(int index) {
    int close = text.indexOf('/', index + 1);
    while (close > 0 && text.charAt(close - 1) == '\\') {
      close = text.indexOf('/', close + 1);
    }
    if (close > 0 && mayStart(index) && (notes.strict() || standsAlone(index, close))) {
      return close + 1;
    }
    if (!inFieldValue(index)) {
      notes.text(index, "the slash starts no regular expression", "write \\/ for a slash");
    }
    return index;
  }

  private boolean standsAlone(int index, int close) {
    return close > index + 1
        && !reading.isBlank(index + 1)
        && !reading.isBlank(close - 1)
        && (reading.isBlank(close + 1) || ")^".indexOf(text.charAt(close + 1)) >= 0);
  }

  /** Whether this is within what follows a colon, as the slash of like:2023/IMG_1.jpg is. */
  private boolean inFieldValue(int index) {
    int before = index - 1;
    while (!reading.isBlank(before) && text.charAt(before) != ':') {
      before--;
    }
    return before > 0 && text.charAt(before) == ':' && before < index - 1;
  }

  private int range(int index) {
    Matcher range = RANGE.matcher(text).region(index, text.length());
    if (mayStart(index) && range.lookingAt()) {
      return range.end();
    }
    notes.text(
        index, "the bracket starts no range", "write [FROM TO UPTO], or \\" + text.charAt(index));
    return index;
  }
}
