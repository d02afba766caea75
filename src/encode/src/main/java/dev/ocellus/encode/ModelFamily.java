package dev.ocellus.encode;

import java.util.List;

/**
 * What Transformers' code, rather than a model's files, says of the models of a {@code model_type}:
 * configuration files leave out what is the default, and the files do not say how a text tower
 * pools. What a file states goes before.
 */
enum ModelFamily {
  /** CLIP: a causal text tower, so padding changes nothing of what stands before it. */
  CLIP(512, 77, true, false, List.of("text_embeds"), List.of("image_embeds")),

  /**
   * SigLIP and SigLIP 2: the last of a fixed number of positions is the text's vector, padding or
   * not. The towers need no projection, so their poolers' outputs are the embeddings.
   */
  SIGLIP(
      768,
      64,
      false,
      true,
      List.of("text_embeds", "pooler_output"),
      List.of("image_embeds", "pooler_output")),

  /** Any other: all is to be stated. */
  OTHER(0, 0, false, false, List.of("text_embeds", "sentence_embedding"), List.of("image_embeds"));

  /** Length of the vectors; 0 for none known. */
  final int dimension;

  /** Most tokens of a text; 0 for none known. */
  final int contextLength;

  /** Whether a token's vector depends on those before it alone. */
  final boolean causalText;

  /** Whether texts are always padded to the context length. */
  final boolean padsToContext;

  /** Outputs of the text graph that may be the embedding; the first that there is, is. */
  final List<String> textOutputs;

  /** The same for the image graph. */
  final List<String> imageOutputs;

  ModelFamily(
      int dimension,
      int contextLength,
      boolean causalText,
      boolean padsToContext,
      List<String> textOutputs,
      List<String> imageOutputs) {
    this.dimension = dimension;
    this.contextLength = contextLength;
    this.causalText = causalText;
    this.padsToContext = padsToContext;
    this.textOutputs = textOutputs;
    this.imageOutputs = imageOutputs;
  }

  /** The family of a {@code config.json}. */
  static ModelFamily of(JsonFile config) {
    return switch (config.text("/model_type")) {
      case "clip" -> CLIP;
      case "siglip", "siglip2" -> SIGLIP;
      default -> OTHER;
    };
  }
}
