package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.fields.FieldKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and dates. A date such as 2020 is all its time: {@code [2019 TO 2020]} ends with the last
 * day of 2020, {@code >2020} starts with the first of 2021.
 *
 * @param kind LONG, DOUBLE or DATE
 */
record NumberCondition(String field, FieldKind kind) {

  private static final Pattern COMPARISON =
      Pattern.compile("(?<sign>[<>]=?)\\s*(?<value>.*)", Pattern.DOTALL);

  /** A single value or a comparison. */
  Query value(String text) {
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.matches()) {
      return range(text, text, true, true);
    }
    String value = comparison.group("value");
    return switch (comparison.group("sign")) {
      case ">" -> range(value, null, false, true);
      case ">=" -> range(value, null, true, true);
      case "<" -> range(null, value, true, false);
      default -> range(null, value, true, true);
    };
  }

  /** From one value to another, with them or without; null is an open end. */
  Query range(@Nullable String from, @Nullable String upTo, boolean withFrom, boolean withUpTo) {
    if (kind == FieldKind.DOUBLE) {
      double least = from == null ? Double.NEGATIVE_INFINITY : (Double) parse(from);
      double most = upTo == null ? Double.POSITIVE_INFINITY : (Double) parse(upTo);
      return DoubleField.newRangeQuery(
          field,
          from == null || withFrom ? least : DoublePoint.nextUp(least),
          upTo == null || withUpTo ? most : DoublePoint.nextDown(most));
    }
    long least = from == null ? Long.MIN_VALUE : first(from, withFrom);
    long most = upTo == null ? Long.MAX_VALUE : last(upTo, withUpTo);
    return least > most
        ? new MatchNoDocsQuery("empty range")
        : LongField.newRangeQuery(field, least, most);
  }

  private long first(String from, boolean with) {
    DatePeriod period = period(from);
    return with ? period.from() : saturated(period.to(), 1);
  }

  private long last(String upTo, boolean with) {
    DatePeriod period = period(upTo);
    return with ? period.to() : saturated(period.from(), -1);
  }

  private static long saturated(long value, int step) {
    return step > 0
        ? value + (value == Long.MAX_VALUE ? 0 : 1)
        : value - (value == Long.MIN_VALUE ? 0 : 1);
  }

  private DatePeriod period(String text) {
    if (kind == FieldKind.DATE) {
      DatePeriod period = DatePeriod.of(text);
      if (period == null) {
        throw problem(text);
      }
      return period;
    }
    long value = (Long) parse(text);
    return new DatePeriod(value, value);
  }

  private Object parse(String text) {
    Object value = kind.parse(text);
    if (value == null) {
      throw problem(text);
    }
    return value;
  }

  private ValueProblem problem(String text) {
    return ValueProblem.noValue(field, text, kind.expected());
  }
}
