package dev.ocellus.encode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds encoders by their id: those bundled on the class path (artifact {@code ocellus-models}),
 * those that the user has installed, and model folders on disk.
 */
public final class ModelStore {

  /** The bundled encoder, taken when no other is asked for. */
  public static final String DEFAULT_MODEL = "ocellus/lite2-minilm-v3";

  /**
   * System property: a folder that holds the bundled models' folders, read before the class path,
   * so that graphs are read from their files rather than unpacked from a jar.
   */
  public static final String MODELS_PROPERTY = "ocellus.models";

  private static final String BUNDLED_OWNER = "ocellus";
  private static final String CLASS_PATH_FOLDER = "ocellus/models/";

  /** Lists the bundled models' names, beside their folders. */
  private static final String BUNDLED_INDEX = "encoders.txt";

  private final InstalledModels installed;
  private final ModelCatalogue catalogue;

  /** Finds what is bundled and what the user has installed. */
  public ModelStore() {
    this(InstalledModels.ofUser());
  }

  /** Finds what is bundled and what is installed in a store of the caller's. */
  public ModelStore(InstalledModels installed) {
    this.installed = installed;
    this.catalogue = ModelCatalogue.bundled();
  }

  /**
   * Opens an encoder. Its two graphs are loaded when first needed, each by itself: who only
   * searches never loads the image tower.
   *
   * @param model a bundled or installed model's id, or a model folder's path; after it a colon and
   *     a variant of its graphs, where it has several: {@code models/clip:fp16}
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
    return folder(reference.model()).isPresent()
            && bundled(reference.model()).isEmpty()
            && new ModelStore().installed(reference.model()).isEmpty()
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
        .or(() -> installed(model).map(ModelStore::undamaged))
        .or(() -> folder(model))
        .orElseThrow(() -> new ModelException(complaint(model)));
  }

  /** Finds an installed model by its id, or by the alias that the catalogue has for it. */
  public Optional<InstalledModel> installed(String model) {
    return ModelId.parse(model)
        .flatMap(id -> installed.find(id).or(() -> installed.find(catalogue.resolve(id))));
  }

  /** Whether an id belongs to the models that come with the program. */
  public static boolean isBundled(ModelId id) {
    return id.owner().equals(BUNDLED_OWNER);
  }

  /** The ids of the bundled models. */
  public static List<ModelId> bundledIds() {
    return resource(BUNDLED_INDEX)
        .map(index -> index.lines().map(name -> new ModelId(BUNDLED_OWNER, name)).toList())
        .orElse(List.of());
  }

  /** The files of a bundled model. */
  public static Optional<ModelFiles> bundled(String model) {
    return ModelId.parse(model)
        .filter(ModelStore::isBundled)
        .map(id -> bundledFolder(id.name()))
        .filter(files -> files.has("config.json"));
  }

  private static ModelFiles bundledFolder(String name) {
    String folder = System.getProperty(MODELS_PROPERTY);
    if (folder != null && Files.isRegularFile(Path.of(folder, name, "config.json"))) {
      return ModelFiles.folder(Path.of(folder, name));
    }
    return ModelFiles.classPath(ModelStore.class.getClassLoader(), CLASS_PATH_FOLDER + name);
  }

  private static Optional<String> resource(String name) {
    String resource = CLASS_PATH_FOLDER + name;
    try (InputStream stream = ModelStore.class.getClassLoader().getResourceAsStream(resource)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static ModelFiles undamaged(InstalledModel model) {
    model
        .damage()
        .ifPresent(
            damage -> {
              throw new ModelException(
                  "%s is damaged (%s); get it anew with: ocellus models remove %s, then pull %s"
                      .formatted(model.id(), damage, model.id(), model.id()));
            });
    return model.files();
  }

  private static String complaint(String model) {
    String unknown = "unknown model \"" + model + "\": ";
    Optional<ModelId> id = ModelId.parse(model);
    if (id.isPresent() && !isBundled(id.get())) {
      return unknown + "not installed; get it with: ocellus models pull " + model;
    }
    return unknown
        + "neither a bundled model ("
        + String.join(", ", bundledIds().stream().map(ModelId::toString).toList())
        + ") nor a model folder (one that holds config.json)";
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
