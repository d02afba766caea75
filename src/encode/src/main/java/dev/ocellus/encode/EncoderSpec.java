package dev.ocellus.encode;

/**
 * What a dual encoder's own configuration files say of it.
 *
 * @param modelId the model's identity, which indexes record: that of its lock where it has one,
 *     else {@code _name_or_path} of config.json
 * @param family whose habits hold where the files are silent
 * @param dimension length of its vectors
 * @param text how texts become its input
 * @param preprocessing how photos become its input
 */
record EncoderSpec(
    String modelId,
    ModelFamily family,
    int dimension,
    TextSettings text,
    PreprocessorConfig preprocessing) {

  /**
   * Reads a model's {@code config.json}, {@code preprocessor_config.json} and the tokenizer's
   * files.
   *
   * @throws ModelException if a file is missing, or a setting is or has no meaning here
   */
  static EncoderSpec read(ModelFiles files) {
    JsonFile config = JsonFile.read(files, "config.json");
    String modelId =
        ModelLock.of(files).map(ModelLock::identity).orElseGet(() -> statedName(config));
    ModelFamily family = ModelFamily.of(config);
    return new EncoderSpec(
        modelId,
        family,
        dimension(config, family),
        TextSettings.read(files, config, family),
        PreprocessorConfig.read(files, family));
  }

  private static String statedName(JsonFile config) {
    String name = config.text("/_name_or_path");
    if (name.isBlank()) {
      throw config.error(
          "_name_or_path must be the model's identifier; or name it by: ocellus models add ID");
    }
    return name;
  }

  /** CLIP states projection_dim; SigLIP's towers share their width and have no projection. */
  private static int dimension(JsonFile config, ModelFamily family) {
    for (String pointer :
        new String[] {
          "/projection_dim", "/text_config/projection_size", "/text_config/projection_dim"
        }) {
      if (config.count(pointer) > 0) {
        return config.count(pointer);
      }
    }
    int width = family == ModelFamily.CLIP ? 0 : config.count("/text_config/hidden_size");
    int dimension = width > 0 ? width : family.dimension;
    if (dimension == 0) {
      throw config.error("projection_dim must be the length of the model's vectors");
    }
    return dimension;
  }
}
