package dev.ocellus.fusion.data;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the texts of a folder's tables by their ids; the first table that has one counts. */
final class QueryTexts {
  private final Map<String, Source> texts = new LinkedHashMap<>();
  private final List<CaptionRow> captions = new ArrayList<>();
  private final List<String> problems;

  private record Source(String text, Path file, long line) {}

  /**
   * @param problems gets a line for each malformed row, unusable table and contradiction
   */
  QueryTexts(List<String> problems) {
    this.problems = problems;
  }

  /** Reads whichever of the tables there are. */
  void readFolder(Path folder) throws IOException {
    read(folder.resolve("train_dataset.csv"), RowKind.QUERY_TEXT);
    read(folder.resolve("quoted_captions.csv"), RowKind.QUERY_TEXT);
    List<Path> tables = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "captions*.csv")) {
      files.forEach(tables::add);
    }
    Collections.sort(tables);
    for (Path table : tables) {
      captions.addAll(read(table, RowKind.CAPTION));
    }
  }

  private List<CaptionRow> read(Path file, RowKind kind) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    CaptionTable table;
    try {
      table = CaptionTable.read(file, kind);
    } catch (DataException e) {
      problems.add(String.valueOf(e.getMessage()));
      return List.of();
    }
    problems.addAll(table.problems());
    for (CaptionRow row : table.rows()) {
      Source source = new Source(row.text(), file, row.line());
      Source first = texts.putIfAbsent(row.id(), source);
      if (first != null && !first.text().equals(row.text())) {
        problems.add(
            "%s:%d: the text of '%s' differs from that at %s:%d, which is used"
                .formatted(file, row.line(), row.id(), first.file(), first.line()));
      }
    }
    return table.rows();
  }

  /** Text by id. */
  Map<String, String> texts() {
    Map<String, String> byId = new LinkedHashMap<>();
    texts.forEach((id, source) -> byId.put(id, source.text()));
    return byId;
  }

  /** Rows of the tables of captions. */
  List<CaptionRow> captions() {
    return captions;
  }
}
