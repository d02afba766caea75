package dev.ocellus.lucene.page;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.page.SortKey.Missing;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;

/**
 * The fields that an index can be sorted by: those with doc values of a known type. Of a photo's
 * several values the smallest counts where the order ascends, else the greatest.
 */
public final class SortableFields {

  /** What a field's doc values are. */
  public enum Kind {
    /** Sorted numeric doc values: whole numbers, dates as milliseconds. */
    LONG,
    /** Sorted numeric doc values that are sortable bits of doubles. */
    DOUBLE,
    /** Sorted set doc values. */
    KEYWORD
  }

  private final Map<String, Kind> kinds;

  private SortableFields(Map<String, Kind> kinds) {
    this.kinds = kinds;
  }

  /** These fields. */
  public static SortableFields of(Map<String, Kind> kinds) {
    return new SortableFields(new TreeMap<>(kinds));
  }

  SortField sortField(SortKey key) {
    Kind kind = kinds.get(key.field());
    if (kind == null) {
      var names = new TreeSet<>(kinds.keySet());
      names.add(SortKey.SCORE);
      throw new QueryException(
          "cannot sort by \"%s\"; sortable are: %s"
              .formatted(key.field(), String.join(", ", names)));
    }
    // Lucene turns missing values round with the direction.
    boolean atEndOfValues = (key.missing() == Missing.LAST) != key.descending();
    boolean reverse = key.descending();
    SortedNumericSelector.Type number =
        reverse ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN;
    return switch (kind) {
      case LONG ->
          new SortedNumericSortField(
              key.field(),
              SortField.Type.LONG,
              reverse,
              number,
              atEndOfValues ? Long.MAX_VALUE : Long.MIN_VALUE);
      case DOUBLE ->
          new SortedNumericSortField(
              key.field(),
              SortField.Type.DOUBLE,
              reverse,
              number,
              atEndOfValues ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
      case KEYWORD ->
          new SortedSetSortField(
              key.field(),
              reverse,
              reverse ? SortedSetSelector.Type.MAX : SortedSetSelector.Type.MIN,
              atEndOfValues ? SortField.STRING_LAST : SortField.STRING_FIRST);
    };
  }
}
