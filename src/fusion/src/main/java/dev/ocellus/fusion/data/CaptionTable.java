package dev.ocellus.fusion.data;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Captions of photos, or queries with their relevant photos, read whole into memory.
 *
 * <p>Three forms are recognised by their content: CSV with the header {@code image,caption}; CSV
 * with the header {@code image,query_id,query_text} in any order; JSON Lines with the same keys.
 * More columns are kept in {@link CaptionRow#extra()}. CSV may be separated by comma, semicolon,
 * tab or {@code |}, quoted as in RFC 4180 with line breaks inside quotes, with or without a byte
 * order mark, and its column names are case-insensitive. Text is UTF-8.
 *
 * @param rows the good rows, in the table's order
 * @param problems one line a malformed row: "FILE:LINE: reason"
 * @param ids whether the rows' ids stand in the table, and were not made up
 */
public record CaptionTable(List<CaptionRow> rows, List<String> problems, boolean ids) {

  public CaptionTable {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a table.
   *
   * @throws DataException if there is no such file, or it has no header with the needed columns
   * @throws IOException if the file cannot be read
   */
  public static CaptionTable read(Path file) throws IOException {
    return read(file, RowKind.CAPTION);
  }

  /**
   * Reads a table of what is known of photos: like {@link #read(Path)}, but a row that has further
   * columns may have an empty caption, in JSON Lines also {@code null}.
   *
   * @throws DataException as {@link #read(Path)}
   * @throws IOException if the file cannot be read
   */
  public static CaptionTable readPhotos(Path file) throws IOException {
    return read(file, RowKind.PHOTO);
  }

  static CaptionTable read(Path file, RowKind kind) throws IOException {
    if (!Files.exists(file)) {
      throw new DataException(file + ": no such file; a captions table is CSV or JSON Lines");
    }
    if (Files.isDirectory(file)) {
      throw new DataException(file + ": a folder; a captions table is a CSV or JSON Lines file");
    }
    TableText text = TableText.read(file);
    RowCollector rows = new RowCollector(file.toString(), kind);
    if (text.content().stripLeading().startsWith("{")) {
      JsonLinesCaptions.read(text, rows);
    } else {
      CsvCaptions.read(text, rows);
    }
    return rows.table();
  }
}
