package dev.ocellus.lucene.fields;

/** Finds out the kind of a column from all of its values. */
final class KindInference {

  private boolean dates = true;
  private boolean integers = true;
  private boolean numbers = true;

  void see(String value) {
    dates = dates && DatePeriod.isDay(value);
    integers = integers && Numbers.isPlainInteger(value);
    numbers = numbers && Numbers.isPlainNumber(value);
  }

  /** The narrowest kind that all values are of. */
  FieldKind kind() {
    if (dates) {
      return FieldKind.DATE;
    }
    if (integers) {
      return FieldKind.LONG;
    }
    return numbers ? FieldKind.DOUBLE : FieldKind.KEYWORD;
  }
}
