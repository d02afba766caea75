package dev.ocellus.lucene.page;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.page.SortKey.Missing;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an index can be sorted by: all of its catalogue's but texts. Of a photo's several
 * values the smallest counts where the order ascends, else the greatest.
 *
 * @param catalogue the index's
 */
public record SortableFields(FieldCatalogue catalogue) {

  private static boolean isSortable(@Nullable FieldKind kind) {
    return kind != null && kind != FieldKind.TEXT;
  }

  /** The names that may be sorted by, in order, the score first. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(SortKey.SCORE));
    catalogue.names().stream().filter(name -> isSortable(catalogue.kind(name))).forEach(names::add);
    return names;
  }

  SortField sortField(SortKey key) {
    FieldKind kind = catalogue.kind(key.field());
    if (kind == null || kind == FieldKind.TEXT) {
      throw new QueryException(
          "cannot sort by \"%s\"; sortable are: %s"
              .formatted(key.field(), String.join(", ", names())));
    }
    // Lucene turns missing values round with the direction.
    boolean behindValues = (key.missing() == Missing.LAST) != key.descending();
    boolean reverse = key.descending();
    SortedNumericSelector.Type number =
        reverse ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN;
    return switch (kind) {
      case LONG, DATE ->
          new SortedNumericSortField(
              key.field(),
              SortField.Type.LONG,
              reverse,
              number,
              behindValues ? Long.MAX_VALUE : Long.MIN_VALUE);
      case DOUBLE ->
          new SortedNumericSortField(
              key.field(),
              SortField.Type.DOUBLE,
              reverse,
              number,
              behindValues ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
      case KEYWORD, TEXT ->
          new SortedSetSortField(
              key.field(),
              reverse,
              reverse ? SortedSetSelector.Type.MAX : SortedSetSelector.Type.MIN,
              behindValues ? SortField.STRING_LAST : SortField.STRING_FIRST);
    };
  }
}
