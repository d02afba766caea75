package dev.ocellus.encode;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph with the tokenizer that makes its input of texts. */
final class TextGraph implements AutoCloseable {

  private final OnnxGraph graph;
  private final TextTokenizer tokenizer;
  private final TextSettings settings;

  /** Tokens that every text is padded to; 0 where the longest of a batch decides. */
  private final int paddedLength;

  private final int maxBatch;

  /** Takes one result a text out of what the graph gave for a batch. */
  interface RunReader<T> {
    List<T> read(TextRun run);
  }

  /**
   * Opens a model's tokenizer beside its text graph, which is closed with this.
   *
   * @param family says how texts are padded
   * @param textsAtOnce most texts of a batch, where the graph leaves that open
   */
  TextGraph(
      OnnxGraph graph, ModelFiles files, TextSettings text, ModelFamily family, int textsAtOnce) {
    this.graph = graph;
    int fixedLength = graph.signature().fixedSize(TextBatch.IDS, 1);
    this.settings = fixedLength > 0 ? text.within(fixedLength) : text;
    // A mask hides padding, and a causal tower does not look at it. Any other sees it, and was
    // trained with it.
    boolean seesPadding = !graph.signature().takes(TextBatch.MASK) && !family.causalText;
    this.paddedLength =
        fixedLength > 0
            ? fixedLength
            : seesPadding || family.padsToContext ? settings.contextLength() : 0;
    int fixedBatch = graph.signature().fixedSize(TextBatch.IDS, 0);
    this.maxBatch = fixedBatch > 0 ? fixedBatch : textsAtOnce;
    this.tokenizer = TextTokenizer.open(files, settings);
  }

  /** One result a text, in the order given, from so many outputs of the graph. */
  <T> List<T> run(List<String> texts, Set<String> outputs, RunReader<T> reader) {
    List<TokenizedText> tokenized = tokenizer.tokenize(texts);
    int[] lengths = tokenized.stream().mapToInt(text -> paddedLength(text.ids())).toArray();
    List<T> results = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int[] batch : LengthBatches.of(lengths, maxBatch)) {
      List<TokenizedText> of = Arrays.stream(batch).mapToObj(tokenized::get).toList();
      results.addAll(reader.read(run(of, lengths[batch[batch.length - 1]], outputs)));
      Arrays.stream(batch).forEach(order::add);
    }
    List<T> ordered = new ArrayList<>(results);
    for (int i = 0; i < order.size(); i++) {
      ordered.set(order.get(i), results.get(i));
    }
    return ordered;
  }

  private TextRun run(List<TokenizedText> texts, int length, Set<String> outputs) {
    long[][] ids = texts.stream().map(TokenizedText::ids).toArray(long[][]::new);
    Map<String, OnnxTensor> inputs = TextBatch.inputs(graph, ids, length, settings);
    try {
      return new TextRun(texts, length, settings.padLeft(), graph.run(inputs, outputs));
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private int paddedLength(long[] ids) {
    return paddedLength > 0 ? paddedLength : Math.max(1, ids.length);
  }

  /** Token ids as the graph gets each text alone, padding included. */
  long[][] tokenIds(List<String> texts) {
    return tokenizer.tokenize(texts).stream()
        .map(TokenizedText::ids)
        .map(ids -> TextBatch.padded(ids, paddedLength(ids), settings))
        .toArray(long[][]::new);
  }

  @Override
  public void close() {
    graph.close();
    tokenizer.close();
  }
}
