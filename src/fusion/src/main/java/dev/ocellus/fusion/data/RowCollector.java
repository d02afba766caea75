package dev.ocellus.fusion.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks rows, whatever form they came in, and numbers the captions of each photo. */
final class RowCollector {
  private final String file;
  private final RowKind kind;
  private final List<CaptionRow> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Photo> photos = new HashMap<>();

  /** One copy of each photo's name, and the number of its rows so far. */
  private static final class Photo {
    final String name;
    int rows;

    Photo(String name) {
      this.name = name;
    }
  }

  private boolean ids = true;

  RowCollector(String file, RowKind kind) {
    this.file = file;
    this.kind = kind;
  }

  RowKind kind() {
    return kind;
  }

  String file() {
    return file;
  }

  void problem(long line, String reason) {
    problems.add(file + ":" + line + ": " + reason);
  }

  /**
   * Adds a row, or the problem that it has.
   *
   * @param image empty if the table gives none
   * @param id empty if the table gives none
   */
  void row(long line, String image, String id, String text, Map<String, String> extra) {
    String name = image.strip().replace('\\', '/');
    String caption = text.strip();
    if (isInvalid(name) || isInvalid(id) || isInvalid(caption) || anyInvalid(extra)) {
      problem(line, "the text is not UTF-8; save the table as UTF-8");
    } else if (kind.needsImage() && name.isEmpty()) {
      problem(line, "the image is empty");
    } else if (kind.needsId() && id.isBlank()) {
      problem(line, "the query_id is empty");
    } else if (caption.isEmpty() && (kind.needsText() || extra.isEmpty())) {
      problem(line, "the text is empty");
    } else {
      Photo photo = photos.computeIfAbsent(name, Photo::new);
      String rowId = id.isBlank() ? photo.name + "#" + photo.rows : id.strip();
      photo.rows++;
      ids &= !id.isBlank();
      rows.add(new CaptionRow(photo.name, rowId, caption, line, extra));
    }
  }

  private static boolean anyInvalid(Map<String, String> extra) {
    return extra.values().stream().anyMatch(RowCollector::isInvalid);
  }

  private static boolean isInvalid(String text) {
    return text.indexOf(TableText.INVALID) >= 0;
  }

  CaptionTable table() {
    return new CaptionTable(rows, problems, ids);
  }
}
