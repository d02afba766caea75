package dev.ocellus.encode;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Texts to vectors: tokenizer and text graph. */
final class TextTower implements AutoCloseable {

  /** Tokens in a batch, padding included; bounds memory, since attention takes length squared. */
  private static final int MAX_BATCH_TOKENS = 1024;

  private final TextTokenizer tokenizer;
  private final OnnxGraph graph;
  private final TextSettings settings;

  /** Tokens that every text is padded to; 0 where the longest of a batch decides. */
  private final int paddedLength;

  private final int maxBatch;

  private TextTower(OnnxGraph graph, ModelFiles files, EncoderSpec spec, int textsAtOnce) {
    this.graph = graph;
    int fixedLength = graph.fixedSize(TextBatch.IDS, 1);
    this.settings = fixedLength > 0 ? spec.text().within(fixedLength) : spec.text();
    // A mask hides padding, and a causal tower does not look at it. Any other sees it, and was
    // trained with it.
    boolean seesPadding = !graph.takes(TextBatch.MASK) && !spec.family().causalText;
    this.paddedLength =
        fixedLength > 0
            ? fixedLength
            : seesPadding || spec.family().padsToContext ? settings.contextLength() : 0;
    int fixedBatch = graph.fixedSize(TextBatch.IDS, 0);
    this.maxBatch = fixedBatch > 0 ? fixedBatch : textsAtOnce;
    this.tokenizer = TextTokenizer.open(files, settings);
  }

  static TextTower open(
      ModelFiles files, GraphFiles graphs, EncoderSpec spec, EncoderOptions options) {
    OnnxGraph graph =
        OnnxGraph.open(
            files,
            graphs.text(),
            TextBatch.INPUTS,
            spec.family().textOutputs,
            spec.dimension(),
            options);
    try {
      return new TextTower(graph, files, spec, options.device().textsAtOnce());
    } catch (RuntimeException e) {
      graph.close();
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
          && to - from < maxBatch
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

  private int paddedLength(long[] ids) {
    return paddedLength > 0 ? paddedLength : Math.max(1, ids.length);
  }

  /** Runs texts of ascending length. */
  private List<float[]> run(long[][] batch) {
    int length = paddedLength(batch[batch.length - 1]);
    Map<String, OnnxTensor> inputs = TextBatch.inputs(graph, batch, length, settings);
    try {
      return graph.run(inputs, batch.length);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  /** Token ids as the graph gets each text alone, padding included. */
  long[][] tokenIds(List<String> texts) {
    return Arrays.stream(tokenizer.encode(texts))
        .map(ids -> TextBatch.padded(ids, paddedLength(ids), settings))
        .toArray(long[][]::new);
  }

  @Override
  public void close() {
    graph.close();
    tokenizer.close();
  }
}
