package dev.ocellus.lucene.fields;

import dev.ocellus.fusion.data.CaptionRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The further columns of a captions table, each a field of one kind.
 *
 * @param catalogue the fields known before and those of the table
 * @param byPhoto values by the photo's name in the table; photos without values are left out
 * @param problems one line a column that cannot be a field, and a value that is not of its field's
 *     kind: "FILE:LINE: reason"
 */
public record TableFields(
    FieldCatalogue catalogue, Map<String, FieldValues> byPhoto, List<String> problems) {

  public TableFields {
    byPhoto = Map.copyOf(byPhoto);
    problems = List.copyOf(problems);
  }

  /**
   * Types a table's columns: a field that is known keeps its kind, another one gets the narrowest
   * kind that all its values are of: date, long, double, keyword.
   *
   * @param table its name in the problems
   * @param known fields of the index and those that the user told
   */
  public static TableFields of(Path table, List<CaptionRow> rows, FieldCatalogue known) {
    TableFieldsReader reader = new TableFieldsReader(table, known);
    rows.forEach(reader::infer);
    reader.beginValues();
    rows.forEach(reader::read);
    return reader.fields();
  }
}
