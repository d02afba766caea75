package dev.ocellus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder's first photos by name, as links in a temporary folder of their own. */
final class SamplePhotos implements AutoCloseable {

  private final Path folder;

  SamplePhotos(Path photos, int count) throws IOException {
    folder = Files.createTempDirectory("ocellus-bench-photos");
    try (Stream<Path> files = Files.list(photos)) {
      for (Path file : files.sorted().limit(count).toList()) {
        Files.createSymbolicLink(folder.resolve(file.getFileName()), file.toAbsolutePath());
      }
    }
  }

  Path folder() {
    return folder;
  }

  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }
}
