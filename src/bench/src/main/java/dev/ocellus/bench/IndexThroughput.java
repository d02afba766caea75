package dev.ocellus.bench;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexReport;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole indexing runs (read, decode, preprocess, encode, write, commit) against the bare image
 * tower on the same photos, threads and batch size, in turn.
 *
 * <p>Arguments: a folder of photos; how many of them (default 1000); a caption table, or nothing.
 */
public final class IndexThroughput {

  private static final int ROUNDS = 3;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final int batchSize = IndexOptions.DEFAULT_BATCH_SIZE;
  private final Path photos;
  private final @Nullable Path captions;

  private IndexThroughput(Path photos, @Nullable Path captions) {
    this.photos = photos;
    this.captions = captions;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1) {
      throw new IllegalArgumentException("usage: IndexThroughput PHOTOS [COUNT] [CAPTIONS]");
    }
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    Path captions = arguments.length > 2 ? Path.of(arguments[2]) : null;
    Path sample = sample(Path.of(arguments[0]), count);
    try {
      new IndexThroughput(sample, captions).run();
    } finally {
      delete(sample);
    }
  }

  private void run() throws IOException {
    double[] ratios = new double[ROUNDS];
    bare();
    for (int round = 0; round < ROUNDS; round++) {
      double bare = bare();
      double index = index();
      ratios[round] = index / bare;
      System.out.printf(
          Locale.ROOT,
          "round %d: bare image tower %.1f photos/s, index %.1f photos/s, ratio %.3f%n",
          round + 1,
          bare,
          index,
          ratios[round]);
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "index / bare image tower: median %.3f (%d threads, batches of %d)%n",
        ratios[ROUNDS / 2],
        threads,
        batchSize);
  }

  /** Photos a second through the image tower alone; decoding is not timed. */
  private double bare() throws IOException {
    PhotoDecoder decoder = new PhotoDecoder();
    long nanos = 0;
    long encoded = 0;
    try (Encoder encoder = new ModelStore().open(ModelStore.DEFAULT_MODEL, threads);
        Stream<Path> files = Files.list(photos)) {
      List<float[]> batch = new ArrayList<>();
      for (Path file : (Iterable<Path>) files::iterator) {
        batch.add(encoder.preprocessor().apply(decoder.decode(Files.readAllBytes(file)).pixels()));
        if (batch.size() == batchSize) {
          long start = System.nanoTime();
          encoder.encodePhotos(batch);
          // The first batch loads the graph.
          if (encoded > 0) {
            nanos += System.nanoTime() - start;
          }
          encoded += batchSize;
          batch.clear();
        }
      }
    }
    return (encoded - batchSize) / (nanos / 1e9);
  }

  private double index() throws IOException {
    Path index = Files.createTempDirectory("ocellus-bench-index");
    try {
      IndexReport report =
          new PhotoIndexer(
                  IndexOptions.of(photos, index)
                      .withCaptions(captions)
                      .withThreads(threads)
                      .withBatchSize(batchSize))
              .run(IndexProgress.NONE);
      return report.added() / (report.took().toNanos() / 1e9);
    } finally {
      delete(index);
    }
  }

  /** The folder's first photos by name, as links in a folder of their own. */
  private static Path sample(Path folder, int count) throws IOException {
    Path sample = Files.createTempDirectory("ocellus-bench-photos");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().limit(count).toList()) {
        Files.createSymbolicLink(sample.resolve(file.getFileName()), file.toAbsolutePath());
      }
    }
    return sample;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
