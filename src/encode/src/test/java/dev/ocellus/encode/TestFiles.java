package dev.ocellus.encode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The test resources beside this class. */
final class TestFiles {

  private TestFiles() {}

  /** One line of a table. */
  record Row(List<String> cells) {

    String text(int column) {
      return cells.get(column);
    }

    int number(int column) {
      return Integer.parseInt(text(column));
    }
  }

  static byte[] bytes(String name) {
    try (InputStream stream = TestFiles.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a table without its header, split at commas. */
  static List<Row> rows(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> new Row(List.of(line.split(","))))
        .toList();
  }

  static Path folder(String name) {
    try {
      return Path.of(Objects.requireNonNull(TestFiles.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
