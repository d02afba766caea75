package dev.ocellus.lucene.fields;

import dev.ocellus.lucene.PhotoSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;

/**
 * The values that a photo has been given: its tags and its values of the index's own fields, not
 * what its file says. As the index stores them: texts are Strings, integers and dates Longs,
 * numbers Doubles. Each value stands once, in the order in which they were given.
 *
 * @param byName values by field; none is empty
 */
public record FieldValues(SortedMap<String, List<Object>> byName) {

  /** No values. */
  public static final FieldValues NONE = new FieldValues(new TreeMap<>());

  public FieldValues {
    SortedMap<String, List<Object>> copy = new TreeMap<>();
    byName.forEach(
        (name, values) -> {
          if (!values.isEmpty()) {
            copy.put(name, List.copyOf(new LinkedHashSet<>(values)));
          }
        });
    byName = Collections.unmodifiableSortedMap(copy);
  }

  /** A field's values; empty if it has none. */
  public List<Object> of(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The same with other values of one field; with none, if they are empty. */
  public FieldValues with(String name, List<Object> values) {
    SortedMap<String, List<Object>> changed = new TreeMap<>(byName);
    changed.put(name, values);
    return new FieldValues(changed);
  }

  /** Reads them back from a photo's stored fields. */
  public static FieldValues read(Document stored) {
    SortedMap<String, List<Object>> values = new TreeMap<>();
    for (IndexableField field : stored) {
      String name = field.name();
      if (name.equals(PhotoSchema.TAG) || !FieldNames.isBuiltIn(name)) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value(field));
      }
    }
    return values.isEmpty() ? NONE : new FieldValues(values);
  }

  /** What a stored field holds: a String, a Long or a Double. */
  static Object value(IndexableField field) {
    Number number = field.numericValue();
    return number != null ? number : field.stringValue();
  }

  /**
   * Puts them into a photo's document.
   *
   * @throws IllegalArgumentException if the catalogue lacks one of the fields
   */
  public void addTo(Document document, FieldCatalogue catalogue) {
    byName.forEach(
        (name, values) -> {
          FieldKind kind = catalogue.kind(name);
          if (kind == null) {
            throw new IllegalArgumentException("the index has no field " + name);
          }
          values.forEach(value -> document.add(kind.field(name, value)));
        });
  }
}
