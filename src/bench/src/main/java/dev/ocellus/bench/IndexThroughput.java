package dev.ocellus.bench;

import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.lucene.index.IndexOptions;
import java.nio.file.Path;

/**
 * Whole indexing runs (read, decode, preprocess, encode, write, commit) against the bare image
 * tower on the same photos, threads and batch size, in turn.
 *
 * <p>Arguments: a folder of photos; how many of them (default 1000); a caption table, or nothing.
 */
public final class IndexThroughput {

  private IndexThroughput() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1) {
      throw new IllegalArgumentException("usage: IndexThroughput PHOTOS [COUNT] [CAPTIONS]");
    }
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    Path captions = arguments.length > 2 ? Path.of(arguments[2]) : null;
    int threads = Runtime.getRuntime().availableProcessors();
    int batchSize = IndexOptions.DEFAULT_BATCH_SIZE;
    System.out.printf("%d threads, batches of %d%n", threads, batchSize);
    try (var photos = new SamplePhotos(Path.of(arguments[0]), count);
        var tower =
            new ImageTower(
                ModelStore.DEFAULT_MODEL, photos.files(), EncoderOptions.threads(threads))) {
      Ratios.print(
          "index",
          () -> IndexingRate.photosPerSecond(photos.folder(), o -> o.withCaptions(captions)),
          "bare image tower",
          () -> tower.photosPerSecond(1, batchSize));
    }
  }
}
