package dev.ocellus.encode;

/**
 * What a dual encoder's own configuration files say of it.
 *
 * @param modelId the model's identity, which indexes record: that of its lock where it has one,
 *     else {@code _name_or_path} of config.json
 * @param dimension length of its vectors
 * @param contextLength the most tokens of a text that it reads, special tokens included
 * @param preprocessing how photos become its input
 */
record EncoderSpec(
    String modelId, int dimension, int contextLength, PreprocessorConfig preprocessing) {

  /** Tokenizers without a limit state a huge number as theirs. */
  private static final int NO_LIMIT = 1_000_000;

  /** Reads a model's {@code config.json} and {@code preprocessor_config.json}. */
  static EncoderSpec read(ModelFiles files) {
    JsonFile config = JsonFile.read(files, "config.json");
    String modelId =
        ModelLock.of(files).map(ModelLock::identity).orElseGet(() -> statedName(config));
    // CLIP states projection_dim; SigLIP's towers share their width and have no projection.
    int dimension = firstOf(config, "/projection_dim", "/text_config/projection_size");
    if (dimension == 0) {
      dimension = config.count("/text_config/hidden_size");
    }
    if (dimension == 0) {
      throw config.error("projection_dim must be the length of the model's vectors");
    }
    return new EncoderSpec(
        modelId, dimension, contextLength(files, config), PreprocessorConfig.read(files));
  }

  private static String statedName(JsonFile config) {
    String name = config.root().path("_name_or_path").asText("");
    if (name.isBlank()) {
      throw config.error(
          "_name_or_path must be the model's identifier; or name it by: ocellus models add ID");
    }
    return name;
  }

  private static int contextLength(ModelFiles files, JsonFile config) {
    int length = config.count("/text_config/max_position_embeddings");
    if (length == 0 && files.has("tokenizer_config.json")) {
      length = JsonFile.read(files, "tokenizer_config.json").count("/model_max_length");
    }
    if (length == 0 || length > NO_LIMIT) {
      throw config.error("text_config.max_position_embeddings must be the longest text in tokens");
    }
    return length;
  }

  private static int firstOf(JsonFile config, String pointer, String alternative) {
    int value = config.count(pointer);
    return value > 0 ? value : config.count(alternative);
  }
}
