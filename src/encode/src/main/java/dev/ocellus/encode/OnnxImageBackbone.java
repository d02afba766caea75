package dev.ocellus.encode;

import ai.onnxruntime.OnnxJavaType;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any image network exported to ONNX, as torchvision's or timm's ResNets and EfficientNets: one
 * input of floats [batch, 3, height, width] of any name, an output [batch, features], or [batch,
 * features, height, width], which is averaged over the photo. Close it when no thread uses it.
 */
public final class OnnxImageBackbone implements ImageBackbone {

  private static final List<String> USUAL_OUTPUTS = List.of("pooled_features", "pooler_output");

  private final PixelGraph graph;
  private final Preprocessor preprocessor;
  private final String output;
  private final int dimension;

  private OnnxImageBackbone(
      OnnxGraph graph, Preprocessor preprocessor, @Nullable String output, EncoderOptions options) {
    String input = graph.signature().onlyInput();
    requirePixels(graph, input, preprocessor);
    this.preprocessor = preprocessor;
    this.output =
        output == null
            ? graph.signature().onlyOutput(USUAL_OUTPUTS)
            : graph.signature().firstOutput(List.of(output));
    this.graph = new PixelGraph(graph, input, preprocessor, options.photosAtOnce());
    int stated = graph.signature().outputSize(this.output, 1);
    float[] black = new float[3 * preprocessor.inputHeight() * preprocessor.inputWidth()];
    this.dimension = stated > 0 ? stated : features(List.of(black)).getFirst().length;
  }

  /**
   * Opens a network on the processor, whose settings stand in a {@code preprocessor_config.json}
   * beside it, and otherwise are {@link ImageSettings#IMAGENET}.
   *
   * @param file the graph
   * @param threads computing threads, at least 1
   * @throws ModelException if a file is unusable, or the network is of another kind
   */
  public static OnnxImageBackbone open(Path file, int threads) {
    return open(file, null, null, EncoderOptions.threads(threads));
  }

  /**
   * Opens a network.
   *
   * @param file the graph
   * @param settings how photos become its input; null for what stands beside it, and otherwise for
   *     {@link ImageSettings#IMAGENET}
   * @param output the output to take; null for the only one, or {@code pooled_features} or {@code
   *     pooler_output} where there are several
   * @param options how it computes; it has no variants
   * @throws ModelException if a file is unusable, or the network is of another kind
   */
  public static OnnxImageBackbone open(
      Path file,
      @Nullable ImageSettings settings,
      @Nullable String output,
      EncoderOptions options) {
    Path absolute = file.toAbsolutePath();
    ModelFiles files = ModelFiles.folder(absolute.resolveSibling(""));
    PreprocessorConfig config =
        settings == null && files.has(PreprocessorConfig.FILE)
            ? PreprocessorConfig.read(files, ModelFamily.OTHER)
            : (settings == null ? ImageSettings.IMAGENET : settings).config();
    options.device().check();
    OnnxGraph graph = OnnxGraph.open(files, String.valueOf(absolute.getFileName()), null, options);
    try {
      return new OnnxImageBackbone(graph, new ImagePreprocessor(config), output, options);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  private static void requirePixels(OnnxGraph graph, String input, Preprocessor preprocessor) {
    int height = preprocessor.inputHeight();
    int width = preprocessor.inputWidth();
    OnnxJavaType type = graph.signature().type(input);
    boolean takesThem =
        graph.signature().rank(input) == 4
            && (type == OnnxJavaType.FLOAT || type == OnnxJavaType.FLOAT16)
            && isOr(3, graph.signature().fixedSize(input, 1))
            && isOr(height, graph.signature().fixedSize(input, 2))
            && isOr(width, graph.signature().fixedSize(input, 3));
    if (!takesThem) {
      throw graph
          .signature()
          .error(
              "its input %s is %s, but photos come as FLOAT [batch, 3, %d, %d]; size and crop set that"
                  .formatted(input, graph.signature().describe(input), height, width));
    }
  }

  private static boolean isOr(int size, int fixed) {
    return fixed == 0 || fixed == size;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public Preprocessor preprocessor() {
    return preprocessor;
  }

  @Override
  public List<float[]> features(List<float[]> pixels) {
    return graph.run(pixels, output, GraphOutput::averages);
  }

  @Override
  public void close() {
    graph.close();
  }
}
