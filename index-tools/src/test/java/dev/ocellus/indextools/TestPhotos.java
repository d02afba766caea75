package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** The project's photos, and an index of them that is made once for all tests. */
final class TestPhotos {

  static final Path HOME = Path.of(System.getProperty("basedir", ".")).resolve("..").normalize();
  static final Path TESTDATA = HOME.resolve("testdata");
  static final Path PHOTOS = TESTDATA.resolve("photos");
  static final Path CAPTIONS = TESTDATA.resolve("captions.csv");
  static final Path AWKWARD = TESTDATA.resolve("awkward");

  /** A model folder: a small CLIP of random weights, {@code ocellus/tiny-clip}. */
  static final Path TINY_CLIP =
      HOME.resolve("src/encode/src/test/resources/dev/ocellus/encode/tiny-clip");

  private TestPhotos() {}

  /** An index of {@link #PHOTOS} with {@link #CAPTIONS}, not to be changed. */
  static Path index() {
    return Shared.INDEX;
  }

  static List<Path> photos() throws IOException {
    try (var files = Files.list(PHOTOS)) {
      return files.sorted().toList();
    }
  }

  /** Copies the first photos into a folder, so that a test may change them. */
  static Path copy(int photos, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Path photo : photos().subList(0, photos)) {
      Files.copy(photo, folder.resolve(photo.getFileName()));
    }
    return folder;
  }

  /** Makes so many photo files of different content out of a few. */
  static Path many(int photos, Path folder) throws IOException {
    Files.createDirectories(folder);
    var originals = photos();
    for (int i = 0; i < photos; i++) {
      var file = folder.resolve("%03d.jpg".formatted(i));
      Files.write(file, Files.readAllBytes(originals.get(i % originals.size())));
      // Bytes after a JPEG's end change its hash and nothing else.
      Files.write(
          file, new byte[] {(byte) i, (byte) (i >> 8)}, java.nio.file.StandardOpenOption.APPEND);
    }
    return folder;
  }

  private static final class Shared {
    static final Path INDEX = make();

    private static Path make() {
      try {
        var folder = Files.createTempDirectory("ocellus-test-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        var result =
            Cli.run("index", "--photos", PHOTOS, "--index", folder, "--captions", CAPTIONS);
        assertEquals(0, result.status(), result.err());
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void delete(Path folder) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException e) {
        Assertions.fail(e);
      }
    }
  }
}
