package dev.ocellus.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Small encoders: a CLIP graph of random weights, made different by its configuration. */
public final class TestModels {

  private static final Path TINY_CLIP =
      Path.of("..", "encode", "src/test/resources/dev/ocellus/encode/tiny-clip");

  private TestModels() {}

  /**
   * Makes a model folder of 16 dimensions.
   *
   * @param id its model id
   * @param mean what its preprocessing takes from the red channel: another one gives other vectors
   * @return {@code folder}
   */
  public static Path tiny(Path folder, String id, double mean) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(TINY_CLIP)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = folder.resolve(TINY_CLIP.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    replace(folder.resolve("config.json"), "ocellus/tiny-clip", id);
    replace(folder.resolve("preprocessor_config.json"), "0.48145466", Double.toString(mean));
    return folder;
  }

  private static void replace(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replace(from, to));
  }
}
