package dev.ocellus.encode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's two graphs, of one variant: {@code onnx/text_model_fp16.onnx} is the text graph of
 * {@code fp16}; {@code fp32} has no ending.
 *
 * @param variant which
 */
record GraphFiles(String variant) {

  private static final String FULL_PRECISION = "fp32";

  /** In the order in which they are taken where a folder has several: most exact first. */
  static final List<String> VARIANTS =
      List.of(FULL_PRECISION, "fp16", "quantized", "int8", "uint8", "q4", "q4f16", "bnb4");

  /**
   * The graphs to use.
   *
   * @param variant the one asked for, or null for the most exact one that is complete
   * @throws ModelException if the model lacks a graph that it takes
   */
  static GraphFiles of(ModelFiles files, @Nullable String variant) {
    List<String> complete =
        VARIANTS.stream().filter(name -> new GraphFiles(name).areIn(files)).toList();
    if (variant != null && !complete.contains(variant)) {
      throw new ModelException(
          "%s has no graphs of variant %s; there %s"
              .formatted(
                  files.describe("onnx"),
                  variant,
                  complete.isEmpty() ? "are none" : "is " + String.join(", ", complete)));
    }
    var chosen =
        new GraphFiles(
            variant != null ? variant : complete.isEmpty() ? FULL_PRECISION : complete.getFirst());
    for (String file : List.of(chosen.text(), chosen.vision())) {
      if (!files.has(file)) {
        throw new ModelException("the model lacks the file " + files.describe(file));
      }
    }
    return chosen;
  }

  /** Path of the text graph within the model. */
  String text() {
    return "onnx/text_model" + ending();
  }

  /** Path of the image graph within the model. */
  String vision() {
    return "onnx/vision_model" + ending();
  }

  /** What follows the model's id, since graphs of different precision give different vectors. */
  String suffix() {
    return variant.equals(FULL_PRECISION) ? "" : ":" + variant;
  }

  private String ending() {
    return variant.equals(FULL_PRECISION) ? ".onnx" : "_" + variant + ".onnx";
  }

  private boolean areIn(ModelFiles files) {
    return files.has(text()) && files.has(vision());
  }
}
