package dev.ocellus.lucene.fields;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.lucene.PhotoSchema;
import java.util.ArrayList;
import java.util.List;

/** Splits what stands in one cell of a table into values. */
final class ColumnValue {

  private static final JsonMapper JSON = new JsonMapper();

  private ColumnValue() {}

  /**
   * The values of a cell: the elements of a JSON array, tags also separated by semicolons, else the
   * cell itself. Blank ones are left out.
   *
   * @param name the field
   */
  static List<String> split(String name, String cell) {
    List<String> values = new ArrayList<>();
    if (!addArray(cell, values)) {
      List<String> parts = name.equals(PhotoSchema.TAG) ? List.of(cell.split(";")) : List.of(cell);
      parts.forEach(part -> add(part, values));
    }
    return values;
  }

  private static boolean addArray(String cell, List<String> values) {
    if (!cell.startsWith("[")) {
      return false;
    }
    try {
      JsonNode array = JSON.readTree(cell);
      if (!array.isArray()) {
        return false;
      }
      for (JsonNode element : array) {
        if (!element.isNull()) {
          add(element.isValueNode() ? element.asText() : element.toString(), values);
        }
      }
      return true;
    } catch (JacksonException e) {
      // A text that happens to begin with a bracket.
      return false;
    }
  }

  private static void add(String value, List<String> values) {
    if (!value.isBlank()) {
      values.add(value.strip());
    }
  }
}
