package dev.ocellus.lucene.policy;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables of {@link LabelledQuery}s. */
public final class LabelledQueries {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private LabelledQueries() {}

  /**
   * Reads a CSV table with the columns {@code query} and {@code label} (block, warn or allow), and
   * {@code part} if there is one.
   *
   * @throws DataException if there is no such file or it is no such table; a wrong row is named by
   *     its line
   */
  public static List<LabelledQuery> read(Path file) throws IOException {
    List<LabelledQuery> queries = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(in, FORMAT)) {
      if (!rows.getHeaderNames().containsAll(List.of("query", "label"))) {
        throw new DataException(file + ":1: the header must have the columns query and label");
      }
      for (CSVRecord row : rows) {
        queries.add(query(row, file + ":" + rows.getCurrentLineNumber()));
      }
    } catch (NoSuchFileException e) {
      throw new DataException(file + ": no such file; a list of queries is CSV: query,label", e);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw e instanceof DataException data
          ? data
          : new DataException(file + ": not CSV: " + e.getMessage(), e);
    }
    if (queries.isEmpty()) {
      throw new DataException(file + ": no queries");
    }
    return List.copyOf(queries);
  }

  private static LabelledQuery query(CSVRecord row, String at) {
    if (!row.isConsistent()) {
      throw new DataException(at + ": " + row.size() + " columns, not as many as the header");
    }
    String label = row.get("label");
    for (Action action : Action.values()) {
      if (action.key().equals(label.strip().toLowerCase(Locale.ROOT))) {
        String part = row.isMapped("part") ? row.get("part") : "all";
        return new LabelledQuery(row.get("query"), action, part);
      }
    }
    throw new DataException(at + ": the label is '" + label + "'; known are block, warn and allow");
  }
}
