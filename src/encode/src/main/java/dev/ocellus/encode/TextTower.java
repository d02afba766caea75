package dev.ocellus.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Texts to vectors: what a dual encoder's text graph gives. */
final class TextTower implements AutoCloseable {

  /** Every token's vector, [batch, length, dimension]. */
  private static final String TOKENS = "token_embeddings";

  /** The mean of these, of unit length, [batch, dimension]. */
  private static final String SENTENCE = "sentence_embedding";

  private final OnnxGraph graph;
  private final TextGraph texts;
  private final String output;
  private final int dimension;

  private TextTower(OnnxGraph graph, ModelFiles files, EncoderSpec spec, int textsAtOnce) {
    this.graph = graph;
    this.output = graph.signature().firstOutput(spec.family().textOutputs);
    this.dimension = spec.dimension();
    this.texts = new TextGraph(graph, files, spec.text(), spec.family(), textsAtOnce);
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
  List<float[]> encode(List<String> of) {
    return texts.run(of, Set.of(output), run -> run.output(output).unitRows(run.rows(), dimension));
  }

  /** Length of token and sentence vectors; 0 where the graph gives none. */
  int tokenDimension() {
    return graph.signature().gives(TOKENS) && graph.signature().gives(SENTENCE)
        ? graph.signature().outputSize(TOKENS, 2)
        : 0;
  }

  /** One encoding a text, in the order given. */
  List<TextEncoding> encodeTokens(List<String> of) {
    int length = tokenDimension();
    return texts.run(
        of,
        Set.of(output, SENTENCE, TOKENS),
        run -> {
          List<float[]> vectors = run.output(output).unitRows(run.rows(), dimension);
          List<float[]> sentences = run.output(SENTENCE).unitRows(run.rows(), length);
          List<TextEncoding> encodings = new ArrayList<>();
          for (int row = 0; row < run.rows(); row++) {
            encodings.add(
                new TextEncoding(
                    vectors.get(row), sentences.get(row), run.tokens(row, TOKENS, length)));
          }
          return encodings;
        });
  }

  /** Token ids as the graph gets each text alone, padding included. */
  long[][] tokenIds(List<String> of) {
    return texts.tokenIds(of);
  }

  @Override
  public void close() {
    texts.close();
  }
}
