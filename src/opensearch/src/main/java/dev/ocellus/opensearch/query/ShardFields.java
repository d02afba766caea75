package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.syntax.ConditionFields;
import dev.ocellus.lucene.syntax.ValueProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.OpenSearchException;
import org.opensearch.OpenSearchParseException;
import org.opensearch.common.geo.ShapeRelation;
import org.opensearch.common.lucene.search.Queries;
import org.opensearch.index.mapper.IdFieldMapper;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.search.MatchQuery;

/** Conditions by the mapping's own types of fields. */
final class ShardFields implements ConditionFields {

  /** Of a field that this index lacks and another of those searched has. */
  private static final Query NONE = new MatchNoDocsQuery("the index has no such field");

  private final QueryShardContext context;
  private final Collection<String> names;
  private final ShardPatterns patterns;

  /**
   * @param names what a query may name
   */
  ShardFields(QueryShardContext context, Collection<String> names) {
    this.context = context;
    this.names = names;
    this.patterns = new ShardPatterns(context);
  }

  @Override
  public Collection<String> names() {
    return names;
  }

  @Override
  public String caption() {
    return PhotoNames.CAPTION;
  }

  @Override
  public Query photos() {
    return Queries.newNonNestedFilter();
  }

  @Override
  public @Nullable Query value(String field, String value, boolean phrase, int slop) {
    MappedFieldType type = type(field);
    if (type == null) {
      return NONE;
    }
    Matcher comparison = Comparisons.SYNTAX.matcher(value);
    if (!phrase && FieldFamily.of(type.familyTypeName()).hasOrder() && comparison.matches()) {
      return Comparisons.range(
          comparison,
          (from, upTo, withFrom, withUpTo) -> range(field, from, upTo, withFrom, withUpTo));
    }
    if (FieldFamily.of(type.familyTypeName()) == FieldFamily.DATE) {
      return range(field, value, value, true, true);
    }
    MatchQuery match = new MatchQuery(context);
    match.setOccur(Occur.MUST);
    match.setPhraseSlop(slop);
    match.setZeroTermsQuery(MatchQuery.ZeroTermsQuery.NULL);
    MatchQuery.Type how = phrase ? MatchQuery.Type.PHRASE : MatchQuery.Type.BOOLEAN;
    return checked(
        type,
        value,
        () -> {
          try {
            return match.parse(how, type.name(), value);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
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
    String shown = from == null ? String.valueOf(upTo) : from;
    return required(
        checked(
            type,
            shown,
            () -> {
              Query dates =
                  FieldFamily.of(type.familyTypeName()) == FieldFamily.DATE
                      ? DateRange.of(type, from, upTo, withFrom, withUpTo, context)
                      : null;
              return dates != null
                  ? dates
                  : type.rangeQuery(
                      from,
                      upTo,
                      withFrom,
                      withUpTo,
                      ShapeRelation.INTERSECTS,
                      null,
                      null,
                      context);
            }));
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
    if (!FieldFamily.of(type.familyTypeName()).hasPatterns()) {
      throw ValueProblem.noPattern(field, expected(type));
    }
    return pattern.apply(type);
  }

  private static @Nullable Query checked(
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

  private static Query required(@Nullable Query query) {
    return query == null ? NONE : query;
  }

  private static String expected(MappedFieldType type) {
    return "of type " + type.typeName();
  }

  /** The field's type; null of one that only other indices have. */
  private @Nullable MappedFieldType type(String field) {
    MappedFieldType type = context.getMapperService().fieldType(field);
    if (type == null && field.equals(PhotoNames.ID)) {
      return context.getMapperService().fieldType(IdFieldMapper.NAME);
    }
    if (type == null && !names.contains(field)) {
      throw ValueProblem.noField(field, names);
    }
    return type;
  }
}
