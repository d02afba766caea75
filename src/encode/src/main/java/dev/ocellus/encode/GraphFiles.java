package dev.ocellus.encode;

import java.util.List;

/**
 * The names of a model's two graphs.
 *
 * @param text path of the text graph within the model
 * @param vision path of the vision graph
 */
record GraphFiles(String text, String vision) {

  /** Taken in this order where a folder has several. */
  private static final List<String> VARIANTS =
      List.of(
          ModelLayout.FULL_PRECISION, "fp16", "quantized", "int8", "uint8", "q4", "q4f16", "bnb4");

  /**
   * The graphs to use: of the variant that the model's lock names, else of the most exact one that
   * is complete; where none is, the names of full precision, for the complaint.
   */
  static GraphFiles of(ModelFiles files) {
    return ModelLock.of(files)
        .map(lock -> variant(lock.variant()))
        .orElseGet(
            () ->
                VARIANTS.stream()
                    .map(GraphFiles::variant)
                    .filter(graphs -> files.has(graphs.text) && files.has(graphs.vision))
                    .findFirst()
                    .orElse(variant(ModelLayout.FULL_PRECISION)));
  }

  private static GraphFiles variant(String variant) {
    return new GraphFiles(ModelLayout.textGraph(variant), ModelLayout.visionGraph(variant));
  }
}
