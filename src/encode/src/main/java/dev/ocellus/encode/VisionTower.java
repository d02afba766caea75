package dev.ocellus.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Preprocessed photos to vectors: the image graph. */
final class VisionTower implements AutoCloseable {

  /**
   * Bounds memory: the widest layers take some 12 MB a photo. On processors larger batches are
   * hardly faster, since their layers no longer fit in the cache.
   */
  private static final int MAX_BATCH = 4;

  private final OnnxGraph graph;
  private final int inputHeight;
  private final int inputWidth;

  /** Input buffers, one for each thread that encodes at the same time; kept, being off the heap. */
  private final Queue<FloatBuffer> idleBuffers = new ConcurrentLinkedQueue<>();

  private VisionTower(OnnxGraph graph, Preprocessor preprocessor) {
    this.graph = graph;
    this.inputHeight = preprocessor.inputHeight();
    this.inputWidth = preprocessor.inputWidth();
  }

  static VisionTower open(
      ModelFiles files, EncoderSpec spec, Preprocessor preprocessor, int threads) {
    return new VisionTower(
        OnnxGraph.open(
            files, GraphFiles.of(files, null).vision(), "image_embeds", spec.dimension(), threads),
        preprocessor);
  }

  /** One unit vector a photo, in the order given. */
  List<float[]> encode(List<float[]> photos) {
    List<float[]> vectors = new ArrayList<>(photos.size());
    for (int from = 0; from < photos.size(); from += MAX_BATCH) {
      vectors.addAll(run(photos.subList(from, Math.min(photos.size(), from + MAX_BATCH))));
    }
    return vectors;
  }

  private List<float[]> run(List<float[]> photos) {
    int size = 3 * inputHeight * inputWidth;
    FloatBuffer idle = idleBuffers.poll();
    FloatBuffer pixels = idle == null ? newBuffer(MAX_BATCH * size) : idle.clear();
    try {
      for (float[] photo : photos) {
        if (photo.length != size) {
          throw new IllegalArgumentException(
              "a photo has %d values, expected 3 x %d x %d"
                  .formatted(photo.length, inputHeight, inputWidth));
        }
        pixels.put(photo);
      }
      long[] shape = {photos.size(), 3, inputHeight, inputWidth};
      try (OnnxTensor tensor = OnnxTensor.createTensor(graph.environment(), pixels.flip(), shape)) {
        return graph.run(Map.of("pixel_values", tensor), photos.size());
      }
    } catch (OrtException e) {
      throw new IllegalStateException("cannot make the input pixel_values", e);
    } finally {
      idleBuffers.add(pixels);
    }
  }

  private static FloatBuffer newBuffer(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Override
  public void close() {
    graph.close();
  }
}
