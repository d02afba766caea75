package dev.ocellus.bench;

import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.lucene.index.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the defaults of threads and batches rest on: two tables of photos a second, each entry the
 * median of three rounds that go through the whole table.
 *
 * <p>The first is of the image graph alone: workers with one computing thread each, by photos that
 * the graph computes at once; and one worker with all computing threads. The second is of whole
 * indexing runs: {@code --threads} by {@code --batch-size}.
 *
 * <p>Arguments: a folder of photos; how many of them (default 400); a model's id or folder
 * (default: the bundled one).
 */
public final class BatchSizes {

  private static final int ROUNDS = 3;
  private static final int[] AT_ONCE = {1, 2, 4, 8, 16};
  private static final int[] BATCH_SIZES = {1, 4, 16, 64};

  private BatchSizes() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1) {
      throw new IllegalArgumentException("usage: BatchSizes PHOTOS [COUNT] [MODEL]");
    }
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
    String model = arguments.length > 2 ? arguments[2] : ModelStore.DEFAULT_MODEL;
    int cores = Runtime.getRuntime().availableProcessors();
    int[] workers = {1, cores, 2 * cores};
    try (var photos = new SamplePhotos(Path.of(arguments[0]), count)) {
      List<Path> files = photos.files();
      System.out.println("Image graph alone: photos at once");
      List<Row> rows = new ArrayList<>();
      for (int n : workers) {
        rows.add(
            new Row("%d workers, 1 thread".formatted(n), size -> graph(model, files, n, 1, size)));
      }
      rows.add(
          new Row(
              "1 worker, %d threads".formatted(cores),
              size -> graph(model, files, 1, cores, size)));
      print(rows, AT_ONCE);
      System.out.println("Whole indexing: --batch-size");
      rows.clear();
      for (int n : workers) {
        rows.add(
            new Row(
                "--threads " + n,
                size ->
                    IndexingRate.photosPerSecond(
                        photos.folder(),
                        (IndexOptions o) ->
                            o.withModel(model).withThreads(n).withBatchSize(size))));
      }
      print(rows, BATCH_SIZES);
    }
  }

  private record Row(String name, Cell cell) {}

  private interface Cell {
    double photosPerSecond(int size) throws Exception;
  }

  private static double graph(String model, List<Path> files, int workers, int threads, int atOnce)
      throws Exception {
    var options = EncoderOptions.threads(threads).withPhotosAtOnce(atOnce);
    try (var tower = new ImageTower(model, files, options)) {
      return tower.photosPerSecond(workers, 16);
    }
  }

  private static void print(List<Row> rows, int[] sizes) throws Exception {
    double[][][] rates = new double[rows.size()][sizes.length][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int r = 0; r < rows.size(); r++) {
        for (int s = 0; s < sizes.length; s++) {
          rates[r][s][round] = rows.get(r).cell().photosPerSecond(sizes[s]);
        }
      }
    }
    System.out.printf("%-20s", "");
    Arrays.stream(sizes).forEach(size -> System.out.printf("%8d", size));
    System.out.println();
    for (int r = 0; r < rows.size(); r++) {
      System.out.printf("%-20s", rows.get(r).name());
      for (double[] rounds : rates[r]) {
        Arrays.sort(rounds);
        System.out.printf(Locale.ROOT, "%8.1f", rounds[ROUNDS / 2]);
      }
      System.out.println();
    }
  }
}
