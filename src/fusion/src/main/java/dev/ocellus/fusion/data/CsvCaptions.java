package dev.ocellus.fusion.data;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV; a broken row costs its own line, not the rest of the table. */
final class CsvCaptions {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final TableText text;
  private final RowCollector rows;
  private final CSVFormat format;
  private final Columns columns;

  private CsvCaptions(TableText text, RowCollector rows, CSVFormat format, Columns columns) {
    this.text = text;
    this.rows = rows;
    this.format = format;
    this.columns = columns;
  }

  static void read(TableText text, RowCollector rows) throws IOException {
    int header = 1;
    while (header <= text.lines() && text.line(header).isBlank()) {
      header++;
    }
    String names = header > text.lines() ? "" : text.line(header);
    for (char separator : SEPARATORS) {
      CSVFormat format = format(separator);
      Columns columns = Columns.of(cells(names, format));
      if (rows.kind().missing(columns).isEmpty()) {
        columns.checkDistinct(rows.file(), header);
        new CsvCaptions(text, rows, format, columns).readFrom(header + 1);
        return;
      }
    }
    String found =
        names.isBlank()
            ? "the file is empty"
            : "no columns " + rows.kind().columns() + " in '" + shortened(names) + "'";
    throw new DataException(
        "%s:%d: %s; the first line must be like %s"
            .formatted(rows.file(), names.isBlank() ? 1 : header, found, rows.kind().header()));
  }

  private static CSVFormat format(char separator) {
    // Blank lines are skipped here, so that line numbers stay those of the file.
    return CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
  }

  private static List<String> cells(String line, CSVFormat format) throws IOException {
    try (CSVParser parser = CSVParser.parse(line, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      return records.hasNext() ? records.next().toList() : List.of();
    } catch (UncheckedIOException e) {
      // A quote that is none under this separator.
      return List.of();
    }
  }

  private static String shortened(String line) {
    String clean = line.replace(TableText.INVALID, '?').replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= 80 ? clean : clean.substring(0, 80) + "...";
  }

  /** Reads to the end; after a row that does not parse, goes on at the line below its first. */
  private void readFrom(int firstLine) throws IOException {
    int line = firstLine;
    while (line <= text.lines()) {
      line = readUntilBroken(line);
    }
  }

  /** Reads rows from a line on and returns the line to go on at. */
  private int readUntilBroken(int firstLine) throws IOException {
    StringReader reader = new StringReader(text.content());
    skip(reader, text.start(firstLine));
    try (CSVParser parser = CSVParser.parse(reader, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      int line = firstLine;
      try {
        while (records.hasNext()) {
          row(line, records.next());
          line = firstLine + (int) parser.getCurrentLineNumber();
        }
        return text.lines() + 1;
      } catch (UncheckedIOException e) {
        rows.problem(line, "a quote is not closed, or text follows a closing quote");
        return line + 1;
      }
    }
  }

  private static void skip(StringReader reader, long chars) throws IOException {
    if (reader.skip(chars) != chars) {
      throw new IOException("table ended before character " + chars);
    }
  }

  private void row(int line, CSVRecord record) {
    int expected = columns.names().size();
    if (record.size() == 1 && record.get(0).isBlank()) {
      return;
    }
    if (record.size() != expected) {
      String advice =
          record.size() > expected ? "; put a text that holds the separator in quotes" : "";
      rows.problem(line, record.size() + " columns where the header has " + expected + advice);
      return;
    }
    String id = columns.id() < 0 ? "" : record.get(columns.id());
    String image = columns.image() < 0 ? "" : record.get(columns.image());
    rows.row(line, image, id, record.get(columns.text()), extra(record));
  }

  private Map<String, String> extra(CSVRecord record) {
    if (columns.others() == 0) {
      return Map.of();
    }
    Map<String, String> extra = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      String name = columns.names().get(i);
      // A nameless column is a running index.
      if (columns.isOther(i) && !name.isEmpty() && !record.get(i).isBlank()) {
        extra.put(name, record.get(i).strip());
      }
    }
    return extra;
  }
}
