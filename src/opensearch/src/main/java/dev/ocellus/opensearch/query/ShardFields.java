package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.syntax.ValueProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.Function;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.geo.ShapeRelation;
import org.opensearch.common.lucene.search.Queries;
import org.opensearch.index.mapper.IdFieldMapper;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.search.MatchQuery;

/** Conditions by the mapping's own types of fields. */
final class ShardFields extends MappedConditions {

  /** Of a field that this index lacks and another of those searched has. */
  private static final Query NONE = new MatchNoDocsQuery("the index has no such field");

  private final QueryShardContext context;
  private final ShardPatterns patterns;

  /**
   * @param names what a query may name
   */
  ShardFields(QueryShardContext context, Collection<String> names) {
    super(names);
    this.context = context;
    this.patterns = new ShardPatterns(context);
  }

  @Override
  public Query photos() {
    return Queries.newNonNestedFilter();
  }

  @Override
  @Nullable FieldFamily family(String field) {
    MappedFieldType type = type(field);
    return type == null ? null : FieldFamily.of(type.familyTypeName());
  }

  @Override
  @Nullable Query equal(String field, String value, boolean phrase, int slop) {
    MappedFieldType type = type(field);
    if (type == null) {
      return NONE;
    }
    if (FieldFamily.of(type.familyTypeName()) == FieldFamily.DATE) {
      return range(field, value, value, true, true);
    }
    return ShardProblems.checked(type, value, () -> matching(type, value, phrase, slop));
  }

  private @Nullable Query matching(MappedFieldType type, String value, boolean phrase, int slop) {
    MatchQuery match = new MatchQuery(context);
    match.setOccur(Occur.MUST);
    match.setPhraseSlop(slop);
    match.setZeroTermsQuery(MatchQuery.ZeroTermsQuery.NULL);
    try {
      return match.parse(
          phrase ? MatchQuery.Type.PHRASE : MatchQuery.Type.BOOLEAN, type.name(), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Query range(
      String field,
      @Nullable String from,
      @Nullable String upTo,
      boolean withFrom,
      boolean withUpTo) {
    MappedFieldType type = type(field);
    if (type == null) {
      return NONE;
    }
    Query found =
        ShardProblems.checked(
            type,
            from == null ? String.valueOf(upTo) : from,
            () -> between(type, from, upTo, withFrom, withUpTo));
    return found == null ? NONE : found;
  }

  private @Nullable Query between(
      MappedFieldType type,
      @Nullable String from,
      @Nullable String upTo,
      boolean withFrom,
      boolean withUpTo) {
    Query dates =
        FieldFamily.of(type.familyTypeName()) == FieldFamily.DATE
            ? DateRange.of(type, from, upTo, withFrom, withUpTo, context)
            : null;
    return dates != null
        ? dates
        : type.rangeQuery(
            from, upTo, withFrom, withUpTo, ShapeRelation.INTERSECTS, null, null, context);
  }

  @Override
  public Query exists(String field) {
    MappedFieldType type = type(field);
    if (type == null) {
      return NONE;
    }
    return type.name().equals(IdFieldMapper.NAME) ? photos() : type.existsQuery(context);
  }

  @Override
  public Query prefix(String field, String prefix) {
    return pattern(field, type -> patterns.prefix(type, prefix));
  }

  @Override
  public Query wildcard(String field, String pattern) {
    return pattern(field, type -> patterns.wildcard(type, pattern));
  }

  @Override
  public Query regularExpression(String field, String expression) {
    return pattern(field, type -> patterns.regularExpression(type, expression));
  }

  @Override
  public Query fuzzy(String field, String word, float edits) {
    return pattern(field, type -> patterns.fuzzy(type, word, edits));
  }

  private Query pattern(String field, Function<MappedFieldType, Query> pattern) {
    MappedFieldType type = type(field);
    if (type == null) {
      return NONE;
    }
    ShardProblems.checkPatterns(field, type);
    return pattern.apply(type);
  }

  /** The field's type; null of one that only other indices have. */
  private @Nullable MappedFieldType type(String field) {
    MappedFieldType type = context.getMapperService().fieldType(field);
    if (type == null && field.equals(PhotoNames.ID)) {
      return context.getMapperService().fieldType(IdFieldMapper.NAME);
    }
    if (type == null && !names().contains(field)) {
      throw ValueProblem.noField(field, names());
    }
    return type;
  }
}
