package dev.ocellus.encode;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Token ids of some texts, padded to one length, as the inputs that a text graph wants. */
final class TextBatch {

  static final String IDS = "input_ids";
  static final String MASK = "attention_mask";
  private static final String POSITIONS = "position_ids";
  private static final String TYPES = "token_type_ids";

  /** All that a text graph may want. */
  static final Set<String> INPUTS = Set.of(IDS, MASK, POSITIONS, TYPES);

  private final OnnxGraph graph;
  private final long[] shape;
  private final Map<String, OnnxTensor> tensors = new HashMap<>();

  private TextBatch(OnnxGraph graph, long... shape) {
    this.graph = graph;
    this.shape = shape;
  }

  /**
   * Makes the inputs; the caller closes them.
   *
   * @param texts token ids of each text, at most {@code length} of them
   */
  static Map<String, OnnxTensor> inputs(
      OnnxGraph graph, long[][] texts, int length, TextSettings settings) {
    long[] ids = new long[texts.length * length];
    long[] mask = new long[ids.length];
    long[] positions = new long[ids.length];
    Arrays.setAll(positions, i -> i % length);
    for (int row = 0; row < texts.length; row++) {
      System.arraycopy(padded(texts[row], length, settings), 0, ids, row * length, length);
      int count = texts[row].length;
      int at = row * length + (settings.padLeft() ? length - count : 0);
      // A text without a single token is all padding; a mask of zeros would divide by zero.
      int first = Math.min(at, (row + 1) * length - 1);
      Arrays.fill(mask, first, first + Math.max(1, count), 1);
    }
    var batch = new TextBatch(graph, texts.length, length);
    batch.put(IDS, ids);
    batch.put(MASK, mask);
    batch.put(POSITIONS, positions);
    batch.put(TYPES, new long[ids.length]);
    return batch.tensors;
  }

  /** A text's token ids, padded to a length. */
  static long[] padded(long[] text, int length, TextSettings settings) {
    long[] ids = new long[length];
    Arrays.fill(ids, settings.padId());
    System.arraycopy(text, 0, ids, settings.padLeft() ? length - text.length : 0, text.length);
    return ids;
  }

  private void put(String name, long[] values) {
    if (!graph.signature().takes(name)) {
      return;
    }
    try {
      tensors.put(
          name,
          graph.signature().type(name) == OnnxJavaType.INT32
              ? OnnxTensor.createTensor(
                  OnnxRuntime.environment(),
                  IntBuffer.wrap(Arrays.stream(values).mapToInt(Math::toIntExact).toArray()),
                  shape)
              : OnnxTensor.createTensor(OnnxRuntime.environment(), LongBuffer.wrap(values), shape));
    } catch (OrtException e) {
      tensors.values().forEach(OnnxTensor::close);
      throw new IllegalStateException("cannot make the input " + name, e);
    }
  }
}
