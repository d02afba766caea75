package dev.ocellus.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The photos of testdata/, copied where a test may change them. */
public final class TestPhotos {

  private static final Path TESTDATA = Path.of("..", "..", "testdata");

  /** All photos. */
  public static final Path ALL = TESTDATA.resolve("photos");

  /** Their captions. */
  public static final Path CAPTIONS = TESTDATA.resolve("captions.csv");

  /** Photos of every kind that decoders get wrong, and files that are no photos. */
  public static final Path AWKWARD = TESTDATA.resolve("awkward");

  private TestPhotos() {}

  /** Copies a photo of {@link #ALL}. */
  public static Path copy(String name, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    return Files.copy(ALL.resolve(name), to);
  }
}
