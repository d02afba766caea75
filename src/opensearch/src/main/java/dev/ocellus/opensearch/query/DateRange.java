package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.fields.DatePeriod;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.geo.ShapeRelation;
import org.opensearch.common.time.DateFormatter;
import org.opensearch.common.time.DateMathParser;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.query.QueryShardContext;

/**
 * Dates as the query language has them: one such as 2020 is all its time. OpenSearch alone takes
 * its first day.
 */
final class DateRange {

  private static final DateMathParser MILLIS =
      DateFormatter.forPattern("epoch_millis").toDateMathParser();

  private DateRange() {}

  /**
   * Documents with a date in a range; null is an open end.
   *
   * @return null if an end is no date of the language, so that OpenSearch has to read it: "now-1d",
   *     or one in a format of the mapping's own
   */
  static @Nullable Query of(
      MappedFieldType field,
      @Nullable String from,
      @Nullable String upTo,
      boolean withFrom,
      boolean withUpTo,
      QueryShardContext context) {
    DatePeriod first = from == null ? null : DatePeriod.of(from);
    DatePeriod last = upTo == null ? null : DatePeriod.of(upTo);
    if ((from != null && first == null) || (upTo != null && last == null)) {
      return null;
    }
    Long least = first == null ? null : Long.valueOf(withFrom ? first.from() : first.to() + 1);
    Long most = last == null ? null : Long.valueOf(withUpTo ? last.to() : last.from() - 1);
    return least != null && most != null && least > most
        ? new MatchNoDocsQuery("empty range")
        : field.rangeQuery(
            least, most, true, true, ShapeRelation.INTERSECTS, null, MILLIS, context);
  }
}
