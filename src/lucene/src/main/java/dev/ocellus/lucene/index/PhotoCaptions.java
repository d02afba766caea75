package dev.ocellus.lucene.index;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.fields.TableFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a captions table says of a folder's photos.
 *
 * @param byPhoto texts by photo id, in the table's order; null where no table was given
 * @param fields its further columns; null where no table was given
 * @param problems one line a malformed row, a row that names no photo, a column that cannot be a
 *     field, or a value that is not of its field's kind
 */
record PhotoCaptions(
    @Nullable Map<String, List<String>> byPhoto,
    @Nullable TableFields fields,
    List<String> problems) {

  /**
   * @param photos ids of the folder's photos
   * @param known fields of the index, and those that the user told
   */
  static PhotoCaptions of(
      @Nullable Path table,
      @Nullable CaptionTable captions,
      Set<String> photos,
      FieldCatalogue known) {
    if (table == null || captions == null) {
      return new PhotoCaptions(null, null, List.of());
    }
    Map<String, List<String>> byPhoto = new HashMap<>();
    List<String> problems = new ArrayList<>(captions.problems());
    for (CaptionRow row : captions.rows()) {
      if (!photos.contains(row.image())) {
        problems.add(table + ":" + row.line() + ": no photo " + row.image() + " in the folder");
      } else if (!row.text().isEmpty()) {
        byPhoto.computeIfAbsent(row.image(), id -> new ArrayList<>()).add(row.text());
      }
    }
    TableFields fields = TableFields.of(table, captions.rows(), known);
    problems.addAll(fields.problems());
    return new PhotoCaptions(byPhoto, fields, problems);
  }

  /** The fields of the index once the photos have what the table says. */
  FieldCatalogue catalogue(FieldCatalogue known) {
    return fields == null ? known : fields.catalogue();
  }

  /**
   * The captions that a photo shall have.
   *
   * @param before those that it has in the index; they stay where no table was given
   */
  List<String> of(String photo, List<String> before) {
    return byPhoto == null ? before : byPhoto.getOrDefault(photo, List.of());
  }

  /**
   * The tags and further values that a photo shall have.
   *
   * @param before those that it has in the index; they stay where no table was given
   */
  FieldValues fieldsOf(String photo, FieldValues before) {
    return fields == null ? before : fields.byPhoto().getOrDefault(photo, FieldValues.NONE);
  }
}
