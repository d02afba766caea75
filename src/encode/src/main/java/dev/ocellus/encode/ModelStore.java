package dev.ocellus.encode;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds encoders by their id: those bundled on the class path (artifact {@code ocellus-models}),
 * and model folders on disk.
 */
public final class ModelStore {

  /** The bundled encoder, taken when no other is asked for. */
  public static final String DEFAULT_MODEL = "ocellus/lite2-minilm-v1";

  /**
   * System property: a folder that holds the bundled models' folders, read before the class path,
   * so that graphs are read from their files rather than unpacked from a jar.
   */
  public static final String MODELS_PROPERTY = "ocellus.models";

  private static final String BUNDLED_OWNER = "ocellus/";
  private static final String CLASS_PATH_FOLDER = "ocellus/models/";

  /**
   * Opens an encoder. Its two graphs are loaded when first needed, each by itself: who only
   * searches never loads the image tower.
   *
   * @param model a bundled model's id, or a model folder's path; after it a colon and a variant of
   *     its graphs, where it has several: {@code models/clip:fp16}
   * @throws ModelException if there is no such model, it is incomplete, or the device is not at
   *     hand
   */
  public Encoder open(String model, EncoderOptions options) {
    ModelReference reference = ModelReference.parse(model);
    return OnnxEncoder.open(
        files(reference.model()),
        reference.variant() == null ? options : options.withVariant(reference.variant()));
  }

  /** Opens an encoder on the processor, with so many computing threads a graph. */
  public Encoder open(String model, int threads) {
    return open(model, EncoderOptions.threads(threads));
  }

  /** What names a model from any working folder, for a record: a folder's path is made absolute. */
  public static String absolute(String model) {
    ModelReference reference = ModelReference.parse(model);
    return folder(reference.model()).isPresent() && bundled(reference.model()).isEmpty()
        ? Path.of(reference.model()).toAbsolutePath() + reference.suffix()
        : model;
  }

  /**
   * Finds a model's files.
   *
   * @param model as for {@link #open}, without a variant
   */
  public ModelFiles files(String model) {
    return bundled(model)
        .or(() -> folder(model))
        .orElseThrow(
            () ->
                new ModelException(
                    "unknown model \""
                        + model
                        + "\": neither a bundled model ("
                        + DEFAULT_MODEL
                        + ") nor a model folder (one that holds config.json)"));
  }

  private static Optional<ModelFiles> bundled(String model) {
    String name = model.startsWith(BUNDLED_OWNER) ? model.substring(BUNDLED_OWNER.length()) : "";
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      return Optional.empty();
    }
    String folder = System.getProperty(MODELS_PROPERTY);
    if (folder != null && Files.isRegularFile(Path.of(folder, name, "config.json"))) {
      return Optional.of(ModelFiles.folder(Path.of(folder, name)));
    }
    ClassLoader loader = ModelStore.class.getClassLoader();
    ModelFiles files = ModelFiles.classPath(loader, CLASS_PATH_FOLDER + name);
    return files.has("config.json") ? Optional.of(files) : Optional.empty();
  }

  private static Optional<ModelFiles> folder(String model) {
    try {
      Path folder = Path.of(model);
      return Files.isDirectory(folder) && Files.isRegularFile(folder.resolve("config.json"))
          ? Optional.of(ModelFiles.folder(folder))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
