package dev.ocellus.lucene.fields;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.lucene.PhotoSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the columns of a table twice: first what kinds they have, then their values. */
final class TableFieldsReader {

  private final Path table;
  private final SortedMap<String, KindInference> inferred = new TreeMap<>();
  private final Set<String> refused = new HashSet<>();
  private final Map<String, SortedMap<String, List<Object>>> byPhoto = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private FieldCatalogue catalogue;

  TableFieldsReader(Path table, FieldCatalogue known) {
    this.table = table;
    this.catalogue = known;
  }

  void infer(CaptionRow row) {
    // A row's columns have no order of their own.
    for (Map.Entry<String, String> cell : new TreeMap<>(row.extra()).entrySet()) {
      String name = FieldNames.ofColumn(cell.getKey());
      if (isUsable(row, cell.getKey(), name) && catalogue.kind(name) == null) {
        KindInference kind = inferred.computeIfAbsent(name, n -> new KindInference());
        ColumnValue.split(name, cell.getValue()).forEach(kind::see);
      }
    }
  }

  private boolean isUsable(CaptionRow row, String column, String name) {
    String problem = name.equals(PhotoSchema.TAG) ? null : FieldNames.problem(name);
    if (problem != null && refused.add(name)) {
      problems.add(
          "%s:%d: the column '%s' %s; passed over".formatted(table, row.line(), column, problem));
    }
    return problem == null;
  }

  /** What was seen decides; values come next. */
  void beginValues() {
    inferred.forEach((name, kind) -> catalogue = catalogue.with(name, kind.kind()));
  }

  void read(CaptionRow row) {
    for (Map.Entry<String, String> cell : new TreeMap<>(row.extra()).entrySet()) {
      String name = FieldNames.ofColumn(cell.getKey());
      FieldKind kind = catalogue.kind(name);
      if (kind != null && !refused.contains(name)) {
        for (String text : ColumnValue.split(name, cell.getValue())) {
          read(row, name, kind, text);
        }
      }
    }
  }

  private void read(CaptionRow row, String name, FieldKind kind, String text) {
    Object value = kind.parse(text);
    if (value == null) {
      problems.add(
          "%s:%d: '%s' is not %s, as the field %s takes; passed over"
              .formatted(table, row.line(), shortened(text), kind.expected(), name));
      return;
    }
    byPhoto
        .computeIfAbsent(row.image(), photo -> new TreeMap<>())
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add(value);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  TableFields fields() {
    Map<String, FieldValues> values = new HashMap<>();
    byPhoto.forEach((photo, fields) -> values.put(photo, new FieldValues(fields)));
    return new TableFields(catalogue, values, problems);
  }
}
