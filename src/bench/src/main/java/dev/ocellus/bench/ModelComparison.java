package dev.ocellus.bench;

import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ModelStore;
import java.nio.file.Path;
import java.util.List;

/**
 * The bundled model's image tower against another model's, on the same photos, in turn, each as the
 * indexer uses it: one worker a processor, with one computing thread.
 *
 * <p>Arguments: a folder of photos; how many of them; the other model's folder, say the one that
 * {@code src/bench/src/main/python/make_vit.py} makes.
 */
public final class ModelComparison {

  private static final int BATCH_SIZE = 16;

  private ModelComparison() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("usage: ModelComparison PHOTOS COUNT MODEL");
    }
    int workers = Runtime.getRuntime().availableProcessors();
    var options = EncoderOptions.threads(1);
    try (var photos = new SamplePhotos(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
      List<Path> files = photos.files();
      try (var bundled = new ImageTower(ModelStore.DEFAULT_MODEL, files, options);
          var other = new ImageTower(arguments[2], files, options)) {
        Ratios.print(
            "bundled model",
            () -> bundled.photosPerSecond(workers, BATCH_SIZE),
            "the other",
            () -> other.photosPerSecond(workers, BATCH_SIZE));
      }
    }
  }
}
