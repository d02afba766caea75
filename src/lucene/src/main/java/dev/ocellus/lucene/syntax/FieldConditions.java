package dev.ocellus.lucene.syntax;

import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/** What the fields' values in one query ask of photos, within the limits of a query. */
final class FieldConditions {

  /** Any field: *:*. */
  private static final String ANY = "*";

  private final ConditionFields fields;
  private final PatternLimits limits = new PatternLimits();

  FieldConditions(ConditionFields fields) {
    this.fields = fields;
  }

  /** The field of words without a field's name. */
  String captionField() {
    return fields.caption();
  }

  /** All photos. */
  Query photos() {
    return fields.photos();
  }

  /** The words or the phrase in a caption; null if the analyzer leaves nothing of it. */
  @Nullable Query caption(Node.Words words) {
    return fields.value(fields.caption(), words.text(), words.phrase(), words.slop());
  }

  /**
   * A single value, or a comparison such as &gt;2000.
   *
   * @throws ValueProblem if the field cannot have it
   */
  @Nullable Query value(String field, String value, boolean phrase, int slop) {
    return fields.value(field, value, phrase, slop);
  }

  /**
   * A range; null is an open end.
   *
   * @throws ValueProblem if the field cannot have the ends
   */
  Query range(
      String field,
      @Nullable String from,
      @Nullable String upTo,
      boolean withFrom,
      boolean withUpTo) {
    return fields.range(field, from, upTo, withFrom, withUpTo);
  }

  /** Photos with a word or value that starts so. */
  Query prefix(String field, String prefix) {
    if (prefix.isEmpty()) {
      return fields.exists(field);
    }
    limits.check(prefix);
    return fields.prefix(field, prefix);
  }

  /** Photos with a word or value of this pattern; a * alone is any value. */
  Query wildcard(String field, String pattern) {
    if (pattern.equals(ANY)) {
      return field.equals(ANY) ? fields.photos() : fields.exists(field);
    }
    limits.check(pattern);
    try {
      return fields.wildcard(field, pattern);
    } catch (TooComplexToDeterminizeException e) {
      throw PatternLimits.tooComplex();
    }
  }

  /** Photos with a word or value of this expression. */
  Query regularExpression(String field, String expression) {
    limits.checkExpression(expression);
    try {
      return fields.regularExpression(field, expression);
    } catch (TooComplexToDeterminizeException e) {
      throw PatternLimits.tooComplex();
    } catch (IllegalArgumentException e) {
      throw new ValueProblem(
          "this is no regular expression (%s)".formatted(e.getMessage()),
          "mend it, or write \\/ for a slash");
    }
  }

  /** Photos with a word or value that so many typing errors make of this one. */
  Query fuzzy(String field, String word, float edits) {
    limits.check(word);
    return fields.fuzzy(field, word, edits);
  }
}
