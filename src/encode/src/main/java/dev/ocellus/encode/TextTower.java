package dev.ocellus.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts to vectors: tokenizer and text graph. */
final class TextTower implements AutoCloseable {

  /** Texts in a batch; longer batches are no faster on processors. */
  private static final int MAX_BATCH = 32;

  /** Tokens in a batch, padding included; bounds memory, since attention takes length squared. */
  private static final int MAX_BATCH_TOKENS = 1024;

  private final TextTokenizer tokenizer;
  private final OnnxGraph graph;
  private final int contextLength;

  private TextTower(TextTokenizer tokenizer, OnnxGraph graph, int contextLength) {
    this.tokenizer = tokenizer;
    this.graph = graph;
    this.contextLength = contextLength;
  }

  static TextTower open(ModelFiles files, EncoderSpec spec, int threads) {
    TextTokenizer tokenizer = TextTokenizer.open(files, spec.contextLength());
    try {
      OnnxGraph graph =
          OnnxGraph.open(
              files, GraphFiles.of(files, null).text(), "text_embeds", spec.dimension(), threads);
      return new TextTower(tokenizer, graph, spec.contextLength());
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /** One unit vector a text, in the order given. */
  List<float[]> encode(List<String> texts) {
    long[][] ids = tokenizer.encode(texts);
    // Neighbours of like length waste little on padding.
    Integer[] order = new Integer[ids.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> ids[i].length));
    float[][] vectors = new float[ids.length][];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length
          && to - from < MAX_BATCH
          && (to + 1 - from) * paddedLength(ids[order[to]]) <= MAX_BATCH_TOKENS) {
        to++;
      }
      long[][] batch = new long[to - from][];
      for (int i = from; i < to; i++) {
        batch[i - from] = ids[order[i]];
      }
      List<float[]> encoded = run(batch);
      for (int i = from; i < to; i++) {
        vectors[order[i]] = encoded.get(i - from);
      }
      from = to;
    }
    return new ArrayList<>(Arrays.asList(vectors));
  }

  /** A model without a mask (SigLIP) was trained on texts padded to the full context. */
  private int paddedLength(long[] ids) {
    return graph.takes("attention_mask") ? Math.max(1, ids.length) : contextLength;
  }

  /** Runs texts of ascending length. */
  private List<float[]> run(long[][] batch) {
    int length = paddedLength(batch[batch.length - 1]);
    long[] padded = new long[batch.length * length];
    long[] mask = new long[padded.length];
    Arrays.fill(padded, tokenizer.padId());
    for (int row = 0; row < batch.length; row++) {
      System.arraycopy(batch[row], 0, padded, row * length, batch[row].length);
      Arrays.fill(mask, row * length, row * length + Math.max(1, batch[row].length), 1);
    }
    Map<String, OnnxTensor> inputs = new HashMap<>();
    long[] shape = {batch.length, length};
    try {
      put(inputs, "input_ids", padded, shape);
      put(inputs, "attention_mask", mask, shape);
      put(inputs, "token_type_ids", new long[padded.length], shape);
      return graph.run(inputs, batch.length);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private void put(Map<String, OnnxTensor> inputs, String name, long[] values, long[] shape) {
    if (graph.takes(name)) {
      try {
        inputs.put(
            name, OnnxTensor.createTensor(graph.environment(), LongBuffer.wrap(values), shape));
      } catch (OrtException e) {
        throw new IllegalStateException("cannot make the input " + name, e);
      }
    }
  }

  /** Token ids as the graph gets them, without padding. */
  long[][] tokenIds(List<String> texts) {
    return tokenizer.encode(texts);
  }

  @Override
  public void close() {
    graph.close();
    tokenizer.close();
  }
}
