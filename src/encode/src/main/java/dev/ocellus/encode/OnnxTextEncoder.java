package dev.ocellus.encode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any text encoder of BERT's kind, exported to ONNX: texts to vectors in a space of their own.
 *
 * <p>Its folder has {@code model.onnx} or {@code onnx/model.onnx}, with an output [batch, sequence,
 * dimension] ({@code last_hidden_state}, {@code token_embeddings}, or the only one there is);
 * {@code tokenizer.json}; {@code config.json}; and, where the tokenizer does not say it all, {@code
 * tokenizer_config.json} and {@code special_tokens_map.json}. Safe for use by several threads;
 * close it when none uses it.
 */
public final class OnnxTextEncoder implements AutoCloseable {

  private static final List<String> GRAPHS = List.of("model.onnx", "onnx/model.onnx");
  private static final List<String> STATES = List.of("last_hidden_state", "token_embeddings");

  private final TextGraph graph;
  private final TextPooling pooling;
  private final String output;
  private final int dimension;

  private OnnxTextEncoder(TextGraph graph, TextPooling pooling, String output, int dimension) {
    this.graph = graph;
    this.pooling = pooling;
    this.output = output;
    this.dimension = dimension;
  }

  /** Opens an encoder that pools as its files say; see {@link #open(Path, TextPooling, int)}. */
  public static OnnxTextEncoder open(Path folder, int threads) {
    return open(folder, null, EncoderOptions.threads(threads));
  }

  /**
   * Opens an encoder on the processor.
   *
   * @param threads computing threads, at least 1
   * @throws ModelException if a file is missing or unusable
   */
  public static OnnxTextEncoder open(Path folder, TextPooling pooling, int threads) {
    return open(folder, pooling, EncoderOptions.threads(threads));
  }

  /**
   * Opens an encoder.
   *
   * @param pooling null for what its files say, which is the mean where they say nothing
   * @param options how it computes; it has no variants
   * @throws ModelException if a file is missing or unusable
   */
  public static OnnxTextEncoder open(
      Path folder, @Nullable TextPooling pooling, EncoderOptions options) {
    ModelFiles files = ModelFiles.folder(folder);
    String file =
        GRAPHS.stream()
            .filter(files::has)
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelException(
                        folder + " has no text encoder: neither " + String.join(" nor ", GRAPHS)));
    TextPooling how = pooling == null ? TextPooling.read(files) : pooling;
    TextSettings settings = settings(files);
    options.device().check();
    OnnxGraph graph = OnnxGraph.open(files, file, TextBatch.INPUTS, options);
    TextGraph text;
    try {
      int textsAtOnce = options.device().textsAtOnce();
      text = new TextGraph(graph, files, settings, ModelFamily.OTHER, textsAtOnce);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
    try {
      String output = graph.signature().onlyOutput(STATES);
      return new OnnxTextEncoder(text, how, output, dimension(text, output));
    } catch (RuntimeException e) {
      text.close();
      throw e;
    }
  }

  private static TextSettings settings(ModelFiles files) {
    JsonFile config = JsonFile.read(files, "config.json");
    TextSettings settings = TextSettings.read(files, config, ModelFamily.OTHER);
    // What sentence-transformers cuts texts at, which may be less than the model could read.
    int most = JsonFile.readIfAny(files, "sentence_bert_config.json").count("/max_seq_length");
    return most > 0 ? settings.within(most) : settings;
  }

  /** Graphs often leave it open, so a first run tells. */
  private static int dimension(TextGraph text, String output) {
    List<Integer> dimensions =
        text.run(
            List.of(""),
            Set.of(output),
            run -> {
              long[] shape = run.output(output).shape();
              long last = shape[shape.length - 1];
              run.output(output).requireShape(run.rows(), run.length(), last);
              return List.of(Math.toIntExact(last));
            });
    return dimensions.getFirst();
  }

  /** Length of every vector. */
  public int dimension() {
    return dimension;
  }

  /**
   * Encodes texts.
   *
   * @param texts any strings; one longer than the model's context is cut
   * @return one vector a text, in the order given
   */
  public List<float[]> encode(List<String> texts) {
    return graph.run(texts, Set.of(output), this::pooled);
  }

  /** Encodes one text. */
  public float[] encode(String text) {
    return encode(List.of(text)).getFirst();
  }

  private List<float[]> pooled(TextRun run) {
    List<float[]> vectors = new ArrayList<>();
    for (int row = 0; row < run.rows(); row++) {
      int count = pooling.kind() == TextPooling.Kind.CLS ? 1 : run.count(row);
      float[] vector =
          run.output(output).mean(row, run.first(row), count, run.rows(), run.length(), dimension);
      vectors.add(pooling.normalized() ? run.output(output).normalized(vector) : vector);
    }
    return vectors;
  }

  @Override
  public void close() {
    graph.close();
  }
}
