package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.syntax.ValueProblem;
import java.util.Collection;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.RegExp;
import org.jspecify.annotations.Nullable;

/**
 * Whether conditions can be asked of an index, by its mapping in the cluster's state: for the
 * coordinating node, which reads a query's texts and refuses what a shard would refuse. Its queries
 * match everything and are never run.
 */
final class StateFields extends MappedConditions {

  private static final Query ANY = MatchAllDocsQuery.INSTANCE;

  private final IndexFields index;
  private final StateValues values;

  /**
   * @param names of the fields of all searched indices
   */
  StateFields(IndexFields index, Collection<String> names) {
    super(names);
    this.index = index;
    this.values = new StateValues(index);
  }

  @Override
  public Query photos() {
    return ANY;
  }

  @Override
  Query equal(String field, String value, boolean phrase, int slop) {
    values.check(field, family(field), value);
    return ANY;
  }

  @Override
  public Query range(
      String field,
      @Nullable String from,
      @Nullable String upTo,
      boolean withFrom,
      boolean withUpTo) {
    FieldFamily family = family(field);
    values.check(field, family, from);
    values.check(field, family, upTo);
    return ANY;
  }

  @Override
  public Query exists(String field) {
    family(field);
    return ANY;
  }

  @Override
  public Query prefix(String field, String prefix) {
    return pattern(field);
  }

  @Override
  public Query wildcard(String field, String pattern) {
    return pattern(field);
  }

  @Override
  public Query regularExpression(String field, String expression) {
    var unused = new RegExp(expression);
    return pattern(field);
  }

  @Override
  public Query fuzzy(String field, String word, float edits) {
    return pattern(field);
  }

  private Query pattern(String field) {
    if (!family(field).hasPatterns()) {
      throw ValueProblem.noPattern(field, "of type " + index.type(field));
    }
    return ANY;
  }

  @Override
  FieldFamily family(String field) {
    if (!names().contains(field)) {
      throw ValueProblem.noField(field, names());
    }
    String type = index.type(field);
    if (type == null) {
      return field.equals(PhotoNames.ID) ? FieldFamily.KEYWORD : FieldFamily.OTHER;
    }
    return FieldFamily.of(type);
  }
}
