package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.syntax.ConditionFields;
import dev.ocellus.lucene.syntax.ValueProblem;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.RegExp;
import org.jspecify.annotations.Nullable;
import org.opensearch.OpenSearchParseException;
import org.opensearch.common.network.InetAddresses;
import org.opensearch.common.time.DateFormatter;
import org.opensearch.index.mapper.DateFieldMapper;

/**
 * Whether conditions can be asked of an index, by its mapping in the cluster's state: for the
 * coordinating node, which reads a query's texts and refuses what a shard would refuse. Its queries
 * match everything and are never run.
 */
final class StateFields implements ConditionFields {

  private static final Query ANY = MatchAllDocsQuery.INSTANCE;
  private static final Set<String> BOOLEANS = Set.of("true", "false");

  private final IndexFields index;
  private final Collection<String> names;

  /**
   * @param names of the fields of all searched indices
   */
  StateFields(IndexFields index, Collection<String> names) {
    this.index = index;
    this.names = names;
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
    return ANY;
  }

  @Override
  public Query value(String field, String value, boolean phrase, int slop) {
    Matcher comparison = Comparisons.SYNTAX.matcher(value);
    if (!phrase && family(field).hasOrder() && comparison.matches()) {
      return Comparisons.range(
          comparison,
          (from, upTo, withFrom, withUpTo) -> range(field, from, upTo, withFrom, withUpTo));
    }
    check(field, value);
    return ANY;
  }

  @Override
  public Query range(
      String field,
      @Nullable String from,
      @Nullable String upTo,
      boolean withFrom,
      boolean withUpTo) {
    family(field);
    check(field, from);
    check(field, upTo);
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

  private FieldFamily family(String field) {
    if (!names.contains(field)) {
      throw ValueProblem.noField(field, names);
    }
    String type = index.type(field);
    if (type == null) {
      return field.equals(PhotoNames.ID) ? FieldFamily.KEYWORD : FieldFamily.OTHER;
    }
    return FieldFamily.of(type);
  }

  private void check(String field, @Nullable String value) {
    if (value == null) {
      return;
    }
    FieldFamily family = family(field);
    try {
      switch (family) {
        case INTEGER, DECIMAL -> new BigDecimal(value.strip());
        case DATE -> checkDate(field, value);
        case BOOLEAN -> checkThat(BOOLEANS.contains(value));
        case IP -> checkThat(InetAddresses.isInetAddress(value) || value.contains("/"));
        default -> {}
      }
    } catch (IllegalArgumentException | OpenSearchParseException e) {
      throw ValueProblem.noValue(field, value, "of type " + index.type(field));
    }
  }

  private static void checkThat(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException();
    }
  }

  private void checkDate(String field, String value) {
    if (DatePeriod.of(value) != null) {
      return;
    }
    String format = index.parameter(field, "format");
    DateFormatter formatter =
        format == null
            ? DateFieldMapper.getDefaultDateTimeFormatter()
            : DateFormatter.forPattern(format);
    var unused =
        formatter.toDateMathParser().parse(value, System::currentTimeMillis, false, ZoneOffset.UTC);
  }
}
