package dev.ocellus.indextools.models;

import dev.ocellus.encode.InstalledModel;
import dev.ocellus.encode.ModelCard;
import dev.ocellus.encode.ModelCatalogue;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelFiles;
import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.ModelLock;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.encode.OnnxEncoder;
import dev.ocellus.indextools.json.ModelAnswer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of a model: its own files, its lock, the catalogue. */
final class ModelDescription {

  private ModelDescription() {}

  /**
   * Describes a model by its id or alias.
   *
   * @throws ModelException if nothing is known of it
   */
  static ModelAnswer of(ModelId id) {
    ModelStore store = new ModelStore();
    Optional<ModelFiles> bundled = ModelStore.bundled(id.toString());
    if (bundled.isPresent()) {
      return ofBundled(id, bundled.get());
    }
    return store
        .installed(id.toString())
        .map(ModelDescription::of)
        .or(() -> ModelCatalogue.bundled().find(id).map(ModelDescription::of))
        .orElseThrow(
            () ->
                new ModelException(
                    "unknown model \"%s\": not bundled, not installed, not in the catalogue; any"
                            .formatted(id)
                        + " repository of the usual layout is got with: ocellus models pull "
                        + id));
  }

  private static ModelAnswer ofBundled(ModelId id, ModelFiles files) {
    ModelCard card = ModelCard.of(files);
    List<ModelLock.LockedFile> locked = ModelLock.filesOf(files);
    return new ModelAnswer(
        id.toString(),
        "bundled",
        id.toString(),
        card.summary(),
        OnnxEncoder.dimensionOf(files),
        null,
        card.licence(),
        card.trainingData(),
        card.caveat(),
        List.of(),
        null,
        null,
        null,
        files
            .path("config.json")
            .map(config -> String.valueOf(config.toAbsolutePath().normalize().getParent()))
            .orElse(null),
        locked.stream().mapToLong(ModelLock.LockedFile::size).sum(),
        files(locked));
  }

  /** Describes an installed model. */
  static ModelAnswer of(InstalledModel model) {
    ModelCard card = ModelCard.of(model.files());
    ModelCatalogue.Entry known = ModelCatalogue.bundled().find(model.id()).orElse(null);
    ModelLock lock = model.lock();
    ModelLock.Origin origin = lock.origin();
    return new ModelAnswer(
        model.id().toString(),
        "installed",
        identity(model),
        firstOf(card.summary(), known == null ? null : known.what()),
        OnnxEncoder.dimensionOf(model.files()),
        known == null ? null : known.languages(),
        firstOf(card.licence(), known == null ? null : known.licence()),
        card.trainingData(),
        firstOf(card.caveat(), known == null ? null : known.note()),
        known == null ? List.of() : aliases(known),
        origin == null ? null : origin.endpoint(),
        origin == null ? null : origin.revision(),
        lock.variant(),
        model.folder().toString(),
        lock.bytes(),
        files(lock.files()));
  }

  private static String identity(InstalledModel model) {
    try (OnnxEncoder encoder = OnnxEncoder.open(model.files(), 1)) {
      return encoder.modelId();
    }
  }

  private static ModelAnswer of(ModelCatalogue.Entry entry) {
    return new ModelAnswer(
        entry.id().toString(),
        "available",
        null,
        entry.what(),
        entry.dimension(),
        entry.languages(),
        entry.licence(),
        null,
        entry.note(),
        aliases(entry),
        null,
        null,
        null,
        null,
        entry.megabytes() * 1_000_000L,
        List.of());
  }

  private static List<String> aliases(ModelCatalogue.Entry entry) {
    return entry.aliases().stream().map(ModelId::toString).toList();
  }

  private static List<ModelAnswer.File> files(List<ModelLock.LockedFile> files) {
    return files.stream()
        .map(file -> new ModelAnswer.File(file.name(), file.size(), file.sha256()))
        .toList();
  }

  private static @Nullable String firstOf(@Nullable String value, @Nullable String otherwise) {
    return value != null ? value : otherwise;
  }
}
