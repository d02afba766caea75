package dev.ocellus.opensearch.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Comparisons with one value: {@code >2000}, {@code <=2020-05}. */
final class Comparisons {

  static final Pattern SYNTAX = Pattern.compile("(?<sign>[<>]=?)\\s*(?<value>.*)", Pattern.DOTALL);

  private Comparisons() {}

  /** Makes a query of a range; null is an open end. */
  interface Range {
    Query of(@Nullable String from, @Nullable String upTo, boolean withFrom, boolean withUpTo);
  }

  /** The range that a comparison means. */
  static Query range(Matcher comparison, Range range) {
    String value = comparison.group("value");
    return switch (comparison.group("sign")) {
      case ">" -> range.of(value, null, false, true);
      case ">=" -> range.of(value, null, true, true);
      case "<" -> range.of(null, value, true, false);
      default -> range.of(null, value, true, true);
    };
  }
}
