package dev.ocellus.bench;

import dev.ocellus.lucene.index.IndexOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole indexing runs against the usual pipeline of Python, Pillow and onnxruntime on the same
 * model, photos, threads and batch size, in turn: written plainly, and with workers as the indexer
 * has them. Python's does not write an index.
 *
 * <p>Arguments: a folder of photos; how many of them (default 1000); a model's folder (default: the
 * bundled one). The environment variable {@code PYTHON} names a Python that has the packages of
 * {@code src/bench/src/main/python/requirements.txt} (default {@code python3}).
 */
public final class PythonComparison {

  private PythonComparison() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1) {
      throw new IllegalArgumentException("usage: PythonComparison PHOTOS [COUNT] [MODEL]");
    }
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    Path home = Path.of(System.getProperty("ocellus.home", "."));
    Path model =
        arguments.length > 2 ? Path.of(arguments[2]) : home.resolve("models/lite2-minilm-v3");
    int threads = Runtime.getRuntime().availableProcessors();
    List<String> python =
        List.of(
            System.getenv().getOrDefault("PYTHON", "python3"),
            home.resolve("src/bench/src/main/python/pipeline.py").toString(),
            model.toString(),
            "PHOTOS",
            String.valueOf(threads),
            String.valueOf(IndexOptions.DEFAULT_BATCH_SIZE));
    try (var photos = new SamplePhotos(Path.of(arguments[0]), count)) {
      for (String way : List.of("plain", "workers")) {
        Ratios.print(
            "index",
            () -> IndexingRate.photosPerSecond(photos.folder(), o -> o.withModel(model.toString())),
            "Python, " + way,
            () -> python(python, photos.folder(), way));
      }
    }
  }

  private static double python(List<String> command, Path photos, String way)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command);
    words.replaceAll(word -> word.equals("PHOTOS") ? photos.toString() : word);
    words.add(way);
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", words) + " failed");
    }
    return Double.parseDouble(out.strip());
  }
}
