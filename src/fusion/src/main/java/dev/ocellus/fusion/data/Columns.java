package dev.ocellus.fusion.data;

import dev.ocellus.fusion.DataException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which column of a table holds what.
 *
 * @param names the header
 * @param image index of the photo's column, -1 if there is none
 * @param id index of the id's column, -1 if there is none
 * @param text index of the caption's or query's column, -1 if there is none
 */
record Columns(List<String> names, int image, int id, int text) {
  static final String IMAGE = "image";
  static final String ID = "query_id";
  static final List<String> TEXTS = List.of("caption", "query_text");

  /** Finds the columns by their names. */
  static Columns of(List<String> header) {
    List<String> names = header.stream().map(String::strip).toList();
    List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    int text = TEXTS.stream().mapToInt(lower::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
    return new Columns(names, lower.indexOf(IMAGE), lower.indexOf(ID), text);
  }

  /** Whether a column is none of the three. */
  boolean isOther(int column) {
    return column != image && column != id && column != text;
  }

  /** Number of the columns that are none of the three. */
  int others() {
    return (int) IntStream.range(0, names.size()).filter(this::isOther).count();
  }

  /**
   * @throws DataException if a name stands twice
   */
  void checkDistinct(String file, int line) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT))) {
        throw new DataException(
            "%s:%d: the column '%s' stands twice in the header".formatted(file, line, name));
      }
    }
  }
}
