package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.syntax.ValueProblem;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensearch.OpenSearchParseException;
import org.opensearch.common.network.InetAddresses;
import org.opensearch.common.time.DateFormatter;
import org.opensearch.index.mapper.DateFieldMapper;

/** Whether a field, as the cluster's state has it, can have a value: as a shard will see it. */
record StateValues(IndexFields index) {

  private static final Set<String> BOOLEANS = Set.of("true", "false");

  /**
   * @param value null for the open end of a range
   * @throws ValueProblem if a field of this family can have no such value
   */
  void check(String field, FieldFamily family, @Nullable String value) {
    if (value == null) {
      return;
    }
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
