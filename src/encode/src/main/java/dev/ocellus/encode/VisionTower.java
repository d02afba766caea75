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
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Preprocessed photos to vectors: the image graph. */
final class VisionTower implements AutoCloseable {

  private static final String PIXELS = "pixel_values";

  private final OnnxGraph graph;
  private final int inputHeight;
  private final int inputWidth;
  private final int maxBatch;

  /** Input buffers, one for each thread that encodes at the same time; kept, being off the heap. */
  private final Queue<FloatBuffer> idleBuffers = new ConcurrentLinkedQueue<>();

  private VisionTower(OnnxGraph graph, Preprocessor preprocessor, EncoderOptions options) {
    this.graph = graph;
    this.inputHeight = preprocessor.inputHeight();
    this.inputWidth = preprocessor.inputWidth();
    int fixedBatch = graph.fixedSize(PIXELS, 0);
    this.maxBatch = fixedBatch > 0 ? fixedBatch : options.photosAtOnce();
  }

  static VisionTower open(
      ModelFiles files,
      GraphFiles graphs,
      EncoderSpec spec,
      Preprocessor preprocessor,
      EncoderOptions options) {
    OnnxGraph graph =
        OnnxGraph.open(
            files,
            graphs.vision(),
            Set.of(PIXELS),
            spec.family().imageOutputs,
            spec.dimension(),
            options);
    return new VisionTower(graph, preprocessor, options);
  }

  /** One unit vector a photo, in the order given. */
  List<float[]> encode(List<float[]> photos) {
    List<float[]> vectors = new ArrayList<>(photos.size());
    for (int from = 0; from < photos.size(); from += maxBatch) {
      vectors.addAll(run(photos.subList(from, Math.min(photos.size(), from + maxBatch))));
    }
    return vectors;
  }

  private List<float[]> run(List<float[]> photos) {
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
        return graph.run(Map.of(PIXELS, tensor), photos.size());
      }
    } catch (OrtException e) {
      throw new IllegalStateException("cannot make the input " + PIXELS, e);
    } finally {
      idleBuffers.add(pixels);
    }
  }

  private OnnxTensor tensor(FloatBuffer pixels, int photos) throws OrtException {
    long[] shape = {photos, 3, inputHeight, inputWidth};
    if (graph.type(PIXELS) != OnnxJavaType.FLOAT16) {
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
