package dev.ocellus.lucene.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.lucene.IndexException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldKindTest {

  private static final long DAY = 86_400_000;

  private static FieldKind inferred(String... values) {
    KindInference inference = new KindInference();
    List.of(values).forEach(inference::see);
    return inference.kind();
  }

  @Test
  void theNarrowestKindThatAllValuesAreOf() {
    assertEquals(FieldKind.DATE, inferred("2020-05-17", "2020-05-17T14:30:00Z"));
    assertEquals(FieldKind.LONG, inferred("3", "-12", "0"));
    assertEquals(FieldKind.DOUBLE, inferred("3", "1.4", "-2e-3"));
    assertEquals(FieldKind.KEYWORD, inferred("3", "2020-05-17"));
    assertEquals(FieldKind.KEYWORD, inferred("Anna"));
  }

  @Test
  void whatWouldLoseDigitsIsNoNumber() {
    assertEquals(FieldKind.KEYWORD, inferred("01234", "80331"));
    assertEquals(FieldKind.KEYWORD, inferred("12345678901234567890"));
    assertEquals(FieldKind.LONG, inferred("2020"), "a year alone is a number");
    assertEquals(FieldKind.KEYWORD, inferred("NaN"));
    assertEquals(FieldKind.KEYWORD, inferred("1e999"));
  }

  @Test
  void valuesAreAsTheIndexStoresThem() {
    assertEquals(7L, FieldKind.LONG.parse("007"));
    assertEquals(1.4, FieldKind.DOUBLE.parse(" 1.4 "));
    assertEquals("New York", FieldKind.KEYWORD.parse(" New York"));
    assertEquals(DAY, FieldKind.DATE.parse("1970-01-02"));
    assertNull(FieldKind.LONG.parse("1.4"));
    assertNull(FieldKind.LONG.parse("9223372036854775808"));
    assertNull(FieldKind.DOUBLE.parse("0x1p3"));
    assertNull(FieldKind.DOUBLE.parse("1e999"));
    assertNull(FieldKind.KEYWORD.parse(" "));
    assertNull(FieldKind.KEYWORD.parse("é".repeat(16_384)), "a byte too long");
    assertNull(FieldKind.DATE.parse("2021-02-29"));
    assertNull(FieldKind.DATE.parse("17.5.2020"));
  }

  @Test
  void aDateNamesAPeriod() {
    assertEquals(new DatePeriod(0, 365 * DAY - 1), DatePeriod.of("1970"));
    assertEquals(new DatePeriod(31 * DAY, 59 * DAY - 1), DatePeriod.of("1970-02"));
    assertEquals(new DatePeriod(DAY, 2 * DAY - 1), DatePeriod.of("1970-01-02"));
    assertEquals(new DatePeriod(60_000, 119_999), DatePeriod.of("1970-01-01T00:01"));
    assertEquals(new DatePeriod(1_000, 1_999), DatePeriod.of("1970-01-01 00:00:01"));
    assertEquals(new DatePeriod(1_250, 1_250), DatePeriod.of("1970-01-01T00:00:01.25"));
    assertEquals(new DatePeriod(0, 999), DatePeriod.of("1970-01-01T02:00:00+02:00"));
    assertEquals(new DatePeriod(0, 999), DatePeriod.of("1970-01-01T02:00:00+02"));
    assertNull(DatePeriod.of("1970-13"));
    assertNull(DatePeriod.of("1970-01-01T25:00"));
    assertNull(DatePeriod.of("1970-1-1"));
  }

  @Test
  void datesAreShownAsTheyAreRead() {
    for (String date :
        List.of("1969-12-31", "2020-05-17", "2020-05-17T14:30", "2020-05-17T14:30:05.250")) {
      assertEquals(date, FieldKind.DATE.shown(FieldKind.DATE.parse(date)));
    }
    assertEquals(1969, DatePeriod.yearOf(-1));
    assertEquals(2020, DatePeriod.yearOf(DatePeriod.of("2020").to()));
    assertEquals(2L, FieldKind.LONG.shown(2L));
  }

  @Test
  void anUnknownKindIsNamedWithTheKnown() {
    assertEquals(FieldKind.DATE, FieldKind.named("Date"));
    IndexException e = assertThrows(IndexException.class, () -> FieldKind.named("int"));
    assertEquals(
        "unknown kind of field 'int'; known: text, keyword, long, double, date", e.getMessage());
  }
}
