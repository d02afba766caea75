package dev.ocellus.encode;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Texts to vectors: tokenizer and text graph. */
final class TextTower implements AutoCloseable {

  /** Every token's vector, [batch, length, dimension]. */
  private static final String TOKENS = "token_embeddings";

  /** The mean of these, of unit length, [batch, dimension]. */
  private static final String SENTENCE = "sentence_embedding";

  private final TextTokenizer tokenizer;
  private final OnnxGraph graph;
  private final TextSettings settings;
  private final String output;
  private final int dimension;

  /** Tokens that every text is padded to; 0 where the longest of a batch decides. */
  private final int paddedLength;

  private final int maxBatch;

  private TextTower(OnnxGraph graph, ModelFiles files, EncoderSpec spec, int textsAtOnce) {
    this.graph = graph;
    this.output = graph.firstOutput(spec.family().textOutputs);
    this.dimension = spec.dimension();
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
    OnnxGraph graph = OnnxGraph.open(files, graphs.text(), TextBatch.INPUTS, options);
    try {
      return new TextTower(graph, files, spec, options.device().textsAtOnce());
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  /** One unit vector a text, in the order given. */
  List<float[]> encode(List<String> texts) {
    List<TokenizedText> tokenized = tokenizer.tokenize(texts);
    float[][] vectors = new float[texts.size()][];
    for (int[] batch : batches(tokenized)) {
      List<float[]> rows =
          output(run(tokenized, batch, Set.of(output)), output).unitRows(batch.length, dimension);
      for (int row = 0; row < batch.length; row++) {
        vectors[batch[row]] = rows.get(row);
      }
    }
    return new ArrayList<>(Arrays.asList(vectors));
  }

  /** Length of token and sentence vectors; 0 where the graph gives none. */
  int tokenDimension() {
    return graph.gives(TOKENS) && graph.gives(SENTENCE) ? graph.outputSize(TOKENS, 2) : 0;
  }

  /** One encoding a text, in the order given. */
  List<TextEncoding> encodeTokens(List<String> texts) {
    List<TokenizedText> tokenized = tokenizer.tokenize(texts);
    TextEncoding[] encodings = new TextEncoding[texts.size()];
    for (int[] batch : batches(tokenized)) {
      Map<String, GraphOutput> given = run(tokenized, batch, Set.of(output, SENTENCE, TOKENS));
      List<float[]> vectors = output(given, output).unitRows(batch.length, dimension);
      List<float[]> sentences = output(given, SENTENCE).unitRows(batch.length, tokenDimension());
      for (int row = 0; row < batch.length; row++) {
        TokenizedText text = tokenized.get(batch[row]);
        int length = length(tokenized, batch);
        int[] at = text.positions();
        if (settings.padLeft()) {
          at = Arrays.stream(at).map(i -> i + length - text.ids().length).toArray();
        }
        float[][] tokens =
            output(given, TOKENS).vectors(row, at, batch.length, length, tokenDimension());
        encodings[batch[row]] =
            new TextEncoding(
                vectors.get(row), sentences.get(row), new TokenEmbeddings(text.spans(), tokens));
      }
    }
    return new ArrayList<>(Arrays.asList(encodings));
  }

  private List<int[]> batches(List<TokenizedText> texts) {
    return LengthBatches.of(
        texts.stream().mapToInt(text -> paddedLength(text.ids())).toArray(), maxBatch);
  }

  private int paddedLength(long[] ids) {
    return paddedLength > 0 ? paddedLength : Math.max(1, ids.length);
  }

  /** Tokens that the longest text of a batch has, which is its last. */
  private int length(List<TokenizedText> texts, int[] batch) {
    return paddedLength(texts.get(batch[batch.length - 1]).ids());
  }

  private Map<String, GraphOutput> run(
      List<TokenizedText> texts, int[] batch, Set<String> outputs) {
    long[][] ids = Arrays.stream(batch).mapToObj(i -> texts.get(i).ids()).toArray(long[][]::new);
    Map<String, OnnxTensor> inputs = TextBatch.inputs(graph, ids, length(texts, batch), settings);
    try {
      return graph.run(inputs, outputs);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static GraphOutput output(Map<String, GraphOutput> given, String name) {
    return Objects.requireNonNull(given.get(name), name);
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
