package dev.ocellus.lucene.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time that an ISO 8601 date names: "2020" is a year long, "2020-05-17" a day, "2020-05-17T14"
 * is none. Milliseconds since 1970 in UTC; a time without an offset is taken as it stands, as a
 * camera writes it.
 *
 * @param from its first millisecond
 * @param to its last millisecond
 */
public record DatePeriod(long from, long to) {

  private static final Pattern DATE =
      Pattern.compile(
          "(?<year>\\d{4})(-(?<month>\\d{2})(-(?<day>\\d{2})"
              + "([T ](?<hour>\\d{2}):(?<minute>\\d{2})(:(?<second>\\d{2})(\\.(?<fraction>\\d{1,9}))?)?"
              + "(?<offset>Z|[+-]\\d{2}(:?\\d{2})?)?)?)?)?");

  /** Length of the shortest text that names a day: shorter ones might be mere numbers. */
  private static final int DAY_LENGTH = "2020-05-17".length();

  /** The period of a text, or null if it is no date. */
  public static @Nullable DatePeriod of(String text) {
    Matcher parts = DATE.matcher(text.strip());
    if (!parts.matches()) {
      return null;
    }
    try {
      LocalDateTime first =
          LocalDateTime.of(
              LocalDate.of(
                  number(parts, "year", 0), number(parts, "month", 1), number(parts, "day", 1)),
              LocalTime.of(
                  number(parts, "hour", 0),
                  number(parts, "minute", 0),
                  number(parts, "second", 0),
                  nanos(parts.group("fraction"))));
      LocalDateTime next = first.plus(1, unit(parts));
      String offset = parts.group("offset");
      ZoneOffset zone = offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset);
      return new DatePeriod(
          first.toInstant(zone).toEpochMilli(), next.toInstant(zone).toEpochMilli() - 1);
    } catch (DateTimeException e) {
      // The 31st of February, say.
      return null;
    }
  }

  /** Whether the text names a day or a time of a day, and so can be nothing but a date. */
  static boolean isDay(String text) {
    return text.strip().length() >= DAY_LENGTH && of(text) != null;
  }

  /** A time as ISO 8601: the day alone at midnight, else with its time, to the millisecond. */
  public static String format(long millis) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(millis, 1000L), Math.floorMod(millis, 1000) * 1_000_000, ZoneOffset.UTC);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toString();
  }

  /** The year of a time. */
  public static int yearOf(long millis) {
    return LocalDate.ofEpochDay(Math.floorDiv(millis, 86_400_000L)).getYear();
  }

  private static int number(Matcher parts, String name, int otherwise) {
    String digits = parts.group(name);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String fraction) {
    // Finer than a millisecond is cut off, so that the period is the millisecond it is in.
    return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)) * 1_000_000;
  }

  private static ChronoUnit unit(Matcher parts) {
    if (parts.group("fraction") != null) {
      return ChronoUnit.MILLIS;
    }
    if (parts.group("second") != null) {
      return ChronoUnit.SECONDS;
    }
    if (parts.group("minute") != null) {
      return ChronoUnit.MINUTES;
    }
    if (parts.group("day") != null) {
      return ChronoUnit.DAYS;
    }
    return parts.group("month") != null ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
  }
}
