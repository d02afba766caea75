package dev.ocellus.lucene.page;

import dev.ocellus.lucene.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * Orders a listing by a field.
 *
 * @param field a sortable field, {@code id}, or {@code score} (of the match)
 * @param descending from the greatest on
 * @param missing where the photos without a value stand, whichever the direction
 */
public record SortKey(String field, boolean descending, Missing missing) {

  /** The match score, which falls where it is not asked to rise. */
  public static final String SCORE = "score";

  /** Where photos without a value stand. */
  public enum Missing {
    FIRST,
    LAST
  }

  /**
   * Reads a key: {@code FIELD}, {@code FIELD:asc} or {@code FIELD:desc}, and behind it {@code
   * :missing-first} or {@code :missing-last}. Ascending, but for the score, and missing last if not
   * told otherwise.
   *
   * @throws QueryException if it is none
   */
  public static SortKey parse(String text) {
    String[] parts = text.strip().split(":", -1);
    String field = parts[0];
    boolean descending = field.equals(SCORE);
    Missing missing = Missing.LAST;
    for (int i = 1; i < parts.length; i++) {
      switch (parts[i].toLowerCase(Locale.ROOT)) {
        case "asc" -> descending = false;
        case "desc" -> descending = true;
        case "missing-first" -> missing = Missing.FIRST;
        case "missing-last" -> missing = Missing.LAST;
        default -> throw unreadable(text);
      }
    }
    if (field.isBlank() || parts.length > 3) {
      throw unreadable(text);
    }
    return new SortKey(field, descending, missing);
  }

  private static QueryException unreadable(String text) {
    return new QueryException(
        "cannot sort by \"%s\"; write FIELD, FIELD:asc or FIELD:desc, with :missing-first where"
                .formatted(text)
            + " photos without a value come first");
  }

  /**
   * Lucene's order by these keys; of photos that are equal in all, the one indexed earlier is
   * first.
   *
   * @param fields those of the index
   * @throws QueryException if one of the keys' fields cannot be sorted by
   */
  public static Sort sort(List<SortKey> keys, SortableFields fields) {
    List<SortField> sort = new ArrayList<>();
    for (SortKey key : keys) {
      sort.add(
          key.field.equals(SCORE)
              ? new SortField(null, SortField.Type.SCORE, !key.descending)
              : fields.sortField(key));
    }
    return new Sort(sort.toArray(SortField[]::new));
  }

  @Override
  public String toString() {
    return field
        + (descending ? ":desc" : ":asc")
        + (missing == Missing.FIRST ? ":missing-first" : "");
  }
}
