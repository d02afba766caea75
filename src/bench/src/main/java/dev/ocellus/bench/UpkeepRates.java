package dev.ocellus.bench;

import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexReport;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.lucene.transfer.PhotoExport;
import dev.ocellus.lucene.transfer.PhotoImport;
import dev.ocellus.lucene.watch.PhotoWatcher;
import dev.ocellus.lucene.watch.WatchListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Photos a second of following a folder, exporting and importing, each over indexing the same
 * photos. A followed folder gets all photos but one at once; the time ends with their commit.
 */
public final class UpkeepRates {

  private static final double NANOS = 1e9;

  private UpkeepRates() {}

  /**
   * @param args a folder of photos, how many of them, and a caption table of them
   */
  public static void main(String[] args) throws Exception {
    if (args.length < 3) {
      System.err.println("usage: UpkeepRates PHOTOS COUNT CAPTIONS");
      System.exit(2);
    }
    Path captions = Path.of(args[2]);
    UnaryOperator<IndexOptions> options = o -> o.withCaptions(captions);
    Path work = Files.createTempDirectory("ocellus-bench-upkeep");
    try (SamplePhotos photos = new SamplePhotos(Path.of(args[0]), Integer.parseInt(args[1]))) {
      Path index = work.resolve("index");
      new PhotoIndexer(options.apply(IndexOptions.of(photos.folder(), index)))
          .run(IndexProgress.NONE);
      Ratios.Rate indexing = () -> IndexingRate.photosPerSecond(photos.folder(), options);
      Path lines = work.resolve("photos.jsonl");
      Ratios.print("watch", () -> watched(photos, captions), "index", indexing);
      Ratios.print("export", () -> exported(index, lines), "index", indexing);
      Ratios.print("import", () -> imported(lines), "index", indexing);
      System.out.printf("the exported file has %d bytes%n", Files.size(lines));
    } finally {
      SamplePhotos.delete(work);
    }
  }

  private static double exported(Path index, Path lines) throws Exception {
    Files.deleteIfExists(lines);
    long start = System.nanoTime();
    long photos = new PhotoExport(index).writeTo(lines, IndexProgress.NONE);
    return photos / ((System.nanoTime() - start) / NANOS);
  }

  private static double imported(Path lines) throws Exception {
    Path index = Files.createTempDirectory("ocellus-bench-import");
    try {
      long start = System.nanoTime();
      long photos =
          new PhotoImport(index.resolve("index"), null).read(lines, IndexProgress.NONE).photos();
      return photos / ((System.nanoTime() - start) / NANOS);
    } finally {
      SamplePhotos.delete(index);
    }
  }

  private static double watched(SamplePhotos photos, Path captions) throws Exception {
    Path work = Files.createTempDirectory("ocellus-bench-watch");
    Path folder = Files.createDirectory(work.resolve("photos"));
    List<Path> files = photos.files();
    Files.createSymbolicLink(folder.resolve(files.getFirst().getFileName()), files.getFirst());
    Semaphore indexed = new Semaphore(0);
    AtomicBoolean enough = new AtomicBoolean();
    WatchListener listener =
        new WatchListener() {
          @Override
          public void updated(IndexReport report) {
            indexed.release(Math.toIntExact(report.added()));
          }

          @Override
          public boolean cancelled() {
            return enough.get();
          }
        };
    IndexOptions options = IndexOptions.of(folder, work.resolve("index")).withCaptions(captions);
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<?> watching =
          thread.submit(
              () -> {
                new PhotoWatcher(options).run(listener);
                return null;
              });
      indexed.acquire();
      long start = System.nanoTime();
      for (Path file : files.subList(1, files.size())) {
        Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
      }
      indexed.acquire(files.size() - 1);
      double seconds = (System.nanoTime() - start) / NANOS;
      enough.set(true);
      watching.get();
      return (files.size() - 1) / seconds;
    } finally {
      SamplePhotos.delete(work);
    }
  }
}
