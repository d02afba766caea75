package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.syntax.ConditionFields;
import java.util.Collection;
import java.util.regex.Matcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Conditions on the fields of a mapping. */
abstract class MappedConditions implements ConditionFields {

  private final Collection<String> names;

  /**
   * @param names what a query may name
   */
  MappedConditions(Collection<String> names) {
    this.names = names;
  }

  /**
   * What may be asked of a field; null of one that other indices have.
   *
   * @throws dev.ocellus.lucene.syntax.ValueProblem if none has it
   */
  abstract @Nullable FieldFamily family(String field);

  /** A value that is no comparison. */
  abstract @Nullable Query equal(String field, String value, boolean phrase, int slop);

  @Override
  public final Collection<String> names() {
    return names;
  }

  @Override
  public final String caption() {
    return PhotoNames.CAPTION;
  }

  @Override
  public final @Nullable Query value(String field, String value, boolean phrase, int slop) {
    FieldFamily family = family(field);
    Matcher comparison = Comparisons.SYNTAX.matcher(value);
    return !phrase && family != null && family.hasOrder() && comparison.matches()
        ? Comparisons.range(
            comparison,
            (from, upTo, withFrom, withUpTo) -> range(field, from, upTo, withFrom, withUpTo))
        : equal(field, value, phrase, slop);
  }
}
