package dev.ocellus.lucene.index;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The captions of a folder's photos.
 *
 * @param byPhoto texts by photo id, in the table's order; null where no table was given
 * @param problems one line a malformed row or a row that names no photo
 */
record PhotoCaptions(@Nullable Map<String, List<String>> byPhoto, List<String> problems) {

  static PhotoCaptions read(@Nullable Path table, Set<String> photos) throws IOException {
    if (table == null) {
      return new PhotoCaptions(null, List.of());
    }
    CaptionTable captions = CaptionTable.read(table);
    Map<String, List<String>> byPhoto = new HashMap<>();
    List<String> problems = new ArrayList<>(captions.problems());
    for (CaptionRow row : captions.rows()) {
      if (photos.contains(row.image())) {
        byPhoto.computeIfAbsent(row.image(), id -> new ArrayList<>()).add(row.text());
      } else {
        problems.add(table + ":" + row.line() + ": no photo " + row.image() + " in the folder");
      }
    }
    return new PhotoCaptions(byPhoto, problems);
  }

  /**
   * The captions that a photo shall have.
   *
   * @param before those that it has in the index; they stay where no table was given
   */
  List<String> of(String photo, List<String> before) {
    return byPhoto == null ? before : byPhoto.getOrDefault(photo, List.of());
  }
}
