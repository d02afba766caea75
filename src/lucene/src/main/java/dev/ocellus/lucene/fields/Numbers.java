package dev.ocellus.lucene.fields;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as tables write them: decimal, with a point, without separators of thousands. */
final class Numbers {

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  /** As a number is printed: what has leading zeros, such as "007", is rather a code. */
  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  private Numbers() {}

  static @Nullable Long integer(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      // More than 64 bits.
      return null;
    }
  }

  static @Nullable Double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? value : null;
  }

  static boolean isPlainInteger(String text) {
    return PLAIN.matcher(text).matches() && integer(text) != null;
  }

  /** Not so of integers of more than 64 bits: as doubles they would lose digits. */
  static boolean isPlainNumber(String text) {
    if (!PLAIN.matcher(text).matches()) {
      return false;
    }
    return INTEGER.matcher(text).matches() ? integer(text) != null : decimal(text) != null;
  }
}
