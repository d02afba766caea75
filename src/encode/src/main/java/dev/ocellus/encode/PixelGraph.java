package dev.ocellus.encode;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A graph with one input, the pixels of some photos: [batch, 3, height, width]. */
final class PixelGraph implements AutoCloseable {

  private final OnnxGraph graph;
  private final String input;
  private final int inputHeight;
  private final int inputWidth;
  private final int maxBatch;

  /** Input buffers, one for each thread that encodes at the same time; kept, being off the heap. */
  private final Queue<FloatBuffer> idleBuffers = new ConcurrentLinkedQueue<>();

  /** Takes the vectors of a batch out of an output. */
  interface RowReader {
    List<float[]> read(GraphOutput output, int rows);
  }

  /**
   * Takes a graph, which is closed with this.
   *
   * @param input its input's name
   * @param photosAtOnce most photos of a batch, where the graph leaves that open
   */
  PixelGraph(OnnxGraph graph, String input, Preprocessor preprocessor, int photosAtOnce) {
    this.graph = graph;
    this.input = input;
    this.inputHeight = preprocessor.inputHeight();
    this.inputWidth = preprocessor.inputWidth();
    int fixedBatch = graph.signature().fixedSize(input, 0);
    this.maxBatch = fixedBatch > 0 ? fixedBatch : photosAtOnce;
  }

  /** One vector a photo, in the order given, from one of the graph's outputs. */
  List<float[]> run(List<float[]> photos, String output, RowReader reader) {
    List<float[]> vectors = new ArrayList<>(photos.size());
    for (int from = 0; from < photos.size(); from += maxBatch) {
      int to = Math.min(photos.size(), from + maxBatch);
      vectors.addAll(batch(photos.subList(from, to), output, reader));
    }
    return vectors;
  }

  private List<float[]> batch(List<float[]> photos, String output, RowReader reader) {
    int size = 3 * inputHeight * inputWidth;
    FloatBuffer idle = idleBuffers.poll();
    FloatBuffer pixels = idle == null ? newBuffer(maxBatch * size) : idle.clear();
    try {
      for (float[] photo : photos) {
        if (photo.length != size) {
          throw new IllegalArgumentException(
              "a photo has %d values, expected 3 x %d x %d"
                  .formatted(photo.length, inputHeight, inputWidth));
        }
        pixels.put(photo);
      }
      try (OnnxTensor tensor = tensor(pixels.flip(), photos.size())) {
        return reader.read(graph.run(Map.of(input, tensor), output), photos.size());
      }
    } catch (OrtException e) {
      throw new IllegalStateException("cannot make the input " + input, e);
    } finally {
      idleBuffers.add(pixels);
    }
  }

  private OnnxTensor tensor(FloatBuffer pixels, int photos) throws OrtException {
    long[] shape = {photos, 3, inputHeight, inputWidth};
    if (graph.signature().type(input) != OnnxJavaType.FLOAT16) {
      return OnnxTensor.createTensor(OnnxRuntime.environment(), pixels, shape);
    }
    short[] halves = new short[pixels.remaining()];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = Float.floatToFloat16(pixels.get(i));
    }
    return OnnxTensor.createTensor(
        OnnxRuntime.environment(), ShortBuffer.wrap(halves), shape, OnnxJavaType.FLOAT16);
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
