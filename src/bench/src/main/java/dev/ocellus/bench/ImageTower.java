package dev.ocellus.bench;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.encode.PhotoDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A model's image graph alone: the time that decoding and preprocessing take is left out. */
final class ImageTower implements AutoCloseable {

  /** Photos in memory at a time, as the model's input: some 150 MB. */
  private static final int CHUNK = 256;

  private final Encoder encoder;
  private final List<Path> photos;
  private final PhotoDecoder decoder = new PhotoDecoder();

  /**
   * @param model an id or a folder
   */
  ImageTower(String model, List<Path> photos, EncoderOptions options) throws IOException {
    this.encoder = new ModelStore().open(model, options);
    this.photos = photos;
    // Loads the graph.
    encoder.encodePhotos(pixels(0, 1));
  }

  /**
   * Photos a second through the graph.
   *
   * @param workers threads that encode at the same time
   * @param batchSize photos that a worker hands over at once
   */
  double photosPerSecond(int workers, int batchSize) throws IOException {
    long nanos = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      for (int from = 0; from < photos.size(); from += CHUNK) {
        List<float[]> pixels = pixels(from, Math.min(photos.size(), from + CHUNK));
        long start = System.nanoTime();
        encode(pixels, batchSize, pool);
        nanos += System.nanoTime() - start;
      }
    }
    return photos.size() / (nanos / 1e9);
  }

  private List<float[]> pixels(int from, int to) throws IOException {
    List<float[]> pixels = new ArrayList<>();
    for (Path photo : photos.subList(from, to)) {
      pixels.add(encoder.preprocessor().apply(decoder.decode(Files.readAllBytes(photo)).pixels()));
    }
    return pixels;
  }

  private void encode(List<float[]> pixels, int batchSize, ExecutorService pool) {
    List<Future<?>> batches = new ArrayList<>();
    for (int from = 0; from < pixels.size(); from += batchSize) {
      List<float[]> batch = pixels.subList(from, Math.min(pixels.size(), from + batchSize));
      batches.add(pool.submit(() -> encoder.encodePhotos(batch)));
    }
    try {
      for (Future<?> batch : batches) {
        batch.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    encoder.close();
  }
}
