package dev.ocellus.fusion.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a file of judgments: a row has a photo, the id of a text, and numbers.
 *
 * <p>The separator is tab, comma, semicolon or {@code |}, whichever the first row has. A header is
 * optional, empty lines are passed over.
 *
 * @param <V> what the numbers of a row mean
 */
final class AnnotationFile<V> {
  private static final String SEPARATORS = "\t,;|";

  /** Photo and text of a row. */
  record PairId(String image, String queryId) {}

  /** Makes sense of a row's numbers. */
  interface Numbers<V> {
    /**
     * @param cells as many as the file's {@code names}
     */
    V parse(List<String> cells) throws RowException;
  }

  private final Path file;
  private final List<String> names;
  private final Numbers<V> numbers;

  /**
   * @param names what a row's numbers are called
   */
  AnnotationFile(Path file, List<String> names, Numbers<V> numbers) {
    this.file = file;
    this.names = List.copyOf(names);
    this.numbers = numbers;
  }

  /**
   * Reads the good rows into a map that keeps their order.
   *
   * @param texts the known ids
   * @param problems gets a line for each other row: "FILE:LINE: reason"
   */
  void read(Map<String, String> texts, Map<PairId, V> rows, List<String> problems)
      throws IOException {
    TableText text = TableText.read(file);
    OptionalInt first =
        IntStream.rangeClosed(1, text.lines()).filter(i -> !text.line(i).isBlank()).findFirst();
    if (first.isEmpty()) {
      problems.add(file + ": the file is empty");
      return;
    }
    CSVFormat format = format(text.line(first.getAsInt()));
    for (int line = first.getAsInt(); line <= text.lines(); line++) {
      if (text.line(line).isBlank()) {
        continue;
      }
      try {
        List<String> cells = cells(text.line(line), format);
        if (line != first.getAsInt() || !isHeader(cells, texts)) {
          row(cells, texts, rows);
        }
      } catch (RowException e) {
        problems.add(file + ":" + line + ": " + e.getMessage());
      }
    }
  }

  private static CSVFormat format(String firstLine) {
    char separator =
        (char) SEPARATORS.chars().filter(c -> firstLine.indexOf(c) >= 0).findFirst().orElse('\t');
    return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
  }

  private static List<String> cells(String line, CSVFormat format)
      throws IOException, RowException {
    if (line.indexOf(TableText.INVALID) >= 0) {
      throw new RowException("the text is not UTF-8; save the table as UTF-8");
    }
    try (CSVParser parser = CSVParser.parse(line, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      return records.next().toList().stream().map(String::strip).toList();
    } catch (UncheckedIOException e) {
      throw new RowException("a quote is not closed, or text follows a closing quote");
    }
  }

  /** A header has names where rows have numbers, and no known text. */
  private static boolean isHeader(List<String> cells, Map<String, String> texts) {
    return cells.size() > 2
        && !texts.containsKey(cells.get(1))
        && cells.stream().skip(2).allMatch(c -> !c.isEmpty() && Character.isLetter(c.charAt(0)));
  }

  private void row(List<String> cells, Map<String, String> texts, Map<PairId, V> rows)
      throws RowException {
    int expected = 2 + names.size();
    if (cells.size() != expected) {
      throw new RowException(
          "%d columns where there must be %d: image, query_id, %s"
              .formatted(cells.size(), expected, String.join(", ", names)));
    }
    var pair = new PairId(cells.get(0).replace('\\', '/'), cells.get(1));
    if (pair.image().isEmpty() || pair.queryId().isEmpty()) {
      throw new RowException((pair.image().isEmpty() ? "the image" : "the query_id") + " is empty");
    }
    if (!texts.containsKey(pair.queryId())) {
      throw new RowException("no table has the text of the query_id '" + pair.queryId() + "'");
    }
    V value = numbers.parse(cells.subList(2, expected));
    if (rows.containsKey(pair)) {
      throw new RowException(
          "the pair of '%s' and '%s' stands twice; the first is used"
              .formatted(pair.image(), pair.queryId()));
    }
    rows.put(pair, value);
  }
}
