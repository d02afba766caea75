package dev.ocellus.indextools;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which captions of a photo are the text itself that is scored. */
@FunctionalInterface
interface OwnCaption {

  /** No caption is taken out. */
  OwnCaption KEPT = row -> Set.of();

  /** Texts of the row's photo that are to be taken out of its captions. */
  Set<String> of(CaptionRow row);

  /**
   * By query_id where both tables have ids and that of the captions knows it, else word for word.
   *
   * @param captions the caption table, or null if there is none
   */
  static OwnCaption of(CaptionTable pairs, @Nullable Path captions) throws IOException {
    Map<String, CaptionRow> byId = new HashMap<>();
    if (captions != null && pairs.ids()) {
      CaptionTable table = CaptionTable.read(captions);
      if (table.ids()) {
        table.rows().forEach(row -> byId.put(row.id(), row));
      }
    }
    return row -> {
      CaptionRow caption = byId.get(row.id());
      if (caption == null) {
        return Set.of(row.text());
      }
      return caption.image().equals(row.image()) ? Set.of(caption.text()) : Set.of();
    };
  }
}
