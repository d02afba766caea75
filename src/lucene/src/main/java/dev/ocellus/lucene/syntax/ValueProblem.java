package dev.ocellus.lucene.syntax;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A value that its field cannot have, or a pattern that cannot be searched. */
public final class ValueProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;
  private final @Nullable String culprit;

  /**
   * @param problem "width is an integer"
   * @param remedy "write one, as in width:640"
   */
  public ValueProblem(String problem, String remedy) {
    this(problem, remedy, null);
  }

  /**
   * @param culprit which part of the value it is about, or null if it is about all of it
   */
  public ValueProblem(String problem, String remedy, @Nullable String culprit) {
    super(problem, null, false, false);
    this.remedy = remedy;
    this.culprit = culprit;
  }

  /** A pattern where the field's values have none. */
  public static ValueProblem noPattern(String field, String expected) {
    return new ValueProblem(
        "%s is %s, which no pattern matches".formatted(field, expected),
        "write a value or a range, as in %s:[FROM TO UPTO]".formatted(field));
  }

  /** A field that is not there. */
  public static ValueProblem noField(String field, Collection<String> names) {
    return new ValueProblem(
        "there is no field '%s'".formatted(field), "fields are " + String.join(", ", names));
  }

  /** A value that is none of the field's type. */
  public static ValueProblem noValue(String field, String value, String expected) {
    return new ValueProblem(
        "'%s' is no value of %s, which is %s".formatted(value, field, expected),
        "write such a value, a comparison or a range, as in %s:[FROM TO UPTO]".formatted(field),
        value);
  }

  @Nullable String culprit() {
    return culprit;
  }

  String problem() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
