package dev.ocellus.fusion.data;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Queries with the photo that each was written for: test_queries.csv, separated by {@code |}, with
 * a header, a running index, query_id, query_text and image. The other separators of {@link
 * CaptionTable} do as well.
 *
 * @param queries the good rows, in the table's order; the running index is left out
 * @param problems one line a malformed row: "FILE:LINE: reason"
 */
public record TestQueries(List<CaptionRow> queries, List<String> problems) {
  /** The table's name in a folder of data. */
  public static final String FILE = "test_queries.csv";

  public TestQueries {
    queries = List.copyOf(queries);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a table.
   *
   * @param path the table, or a folder that holds {@value #FILE}
   * @throws DataException if there is none, its header lacks a column, or no row is usable
   * @throws IOException if it cannot be read
   */
  public static TestQueries read(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
    CaptionTable table = CaptionTable.read(file, RowKind.QUERY_OF_PHOTO);
    List<String> problems = new ArrayList<>(table.problems());
    if (table.rows().isEmpty()) {
      throw new DataException(
          file + ": no usable query" + (problems.isEmpty() ? "" : "; first: " + problems.get(0)));
    }
    return new TestQueries(table.rows(), problems);
  }
}
