package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.syntax.ValueProblem;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.OpenSearchException;
import org.opensearch.OpenSearchParseException;
import org.opensearch.index.mapper.MappedFieldType;

/** What is wrong with a condition, by what a type of fields says of it. */
final class ShardProblems {

  private ShardProblems() {}

  /**
   * A query of a field for a value.
   *
   * @throws ValueProblem if the field's type refuses the value
   */
  static @Nullable Query checked(
      MappedFieldType type, String value, Supplier<@Nullable Query> query) {
    try {
      return query.get();
    } catch (IllegalArgumentException | OpenSearchParseException e) {
      throw ValueProblem.noValue(type.name(), value, expected(type));
    } catch (OpenSearchException e) {
      throw new ValueProblem(
          "%s cannot be asked for '%s' (%s)".formatted(type.name(), value, e.getMessage()),
          "write another condition");
    }
  }

  /**
   * @throws ValueProblem if the field has no words or values that are like a pattern
   */
  static void checkPatterns(String field, MappedFieldType type) {
    if (!FieldFamily.of(type.familyTypeName()).hasPatterns()) {
      throw ValueProblem.noPattern(field, expected(type));
    }
  }

  private static String expected(MappedFieldType type) {
    return "of type " + type.typeName();
  }
}
