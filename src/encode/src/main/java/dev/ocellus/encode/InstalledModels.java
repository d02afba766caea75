package dev.ocellus.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The models that a user has installed: a folder {@code owner/name} each, which appears complete or
 * not at all. Beside them lie what is being downloaded ({@code .staging}) and the locks of those
 * who change a model ({@code .locks}).
 */
public final class InstalledModels {

  /** System property: the folder, instead of the environment's OCELLUS_STORE and the usual one. */
  public static final String STORE_PROPERTY = "ocellus.store";

  private static final String STAGING = ".staging";
  private static final String LOCKS = ".locks";

  private final Path root;

  /** A store in any folder; it need not be there yet. */
  public InstalledModels(Path root) {
    this.root = root;
  }

  /** The user's store: OCELLUS_STORE, or {@code ocellus/models} in the user's data folder. */
  public static InstalledModels ofUser() {
    String property = System.getProperty(STORE_PROPERTY, "");
    return new InstalledModels(
        property.isEmpty()
            ? StoreFolder.of(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", "")))
            : Path.of(property));
  }

  /** The folder that holds the models. */
  public Path root() {
    return root;
  }

  /**
   * Finds a model.
   *
   * @throws ModelException if its lock cannot be read
   */
  public Optional<InstalledModel> find(ModelId id) {
    Path folder = folder(id);
    ModelFiles files = ModelFiles.folder(folder);
    return files.has(ModelLock.FILE)
        ? Optional.of(new InstalledModel(folder, ModelLock.read(files)))
        : Optional.empty();
  }

  /** All models, in order of their ids. */
  public List<InstalledModel> list() throws IOException {
    List<InstalledModel> models = new ArrayList<>();
    for (ModelId id : idsIn(root)) {
      find(id).ifPresent(models::add);
    }
    return models;
  }

  /** Downloads that were stopped, in order of their ids; each may also be installed. */
  public List<ModelId> partial() throws IOException {
    List<ModelId> ids = new ArrayList<>();
    for (ModelId id : idsIn(root.resolve(STAGING))) {
      if (partialBytes(id) > 0) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** Bytes on disk of a stopped download. */
  public long partialBytes(ModelId id) throws IOException {
    Path staging = stagingOf(id);
    if (!Files.isDirectory(staging)) {
      return 0;
    }
    long bytes = 0;
    try (Stream<Path> files = Files.walk(staging)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /**
   * Removes a model and what was downloaded of it so far.
   *
   * @return whether there was anything
   */
  public boolean remove(ModelId id) throws IOException {
    if (!Files.isDirectory(folder(id), LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(stagingOf(id))) {
      return false;
    }
    try (StoreLock lock = lock(id, () -> {}, () -> false).orElseThrow()) {
      Path folder = folder(id);
      boolean installed = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
      if (installed) {
        // From now on nobody sees it, even if the deleting is interrupted.
        Path doomed = stage(id, "removed");
        Folders.delete(doomed);
        Files.move(folder, doomed, StandardCopyOption.ATOMIC_MOVE);
        Folders.deleteIfEmpty(root.resolve(id.owner()));
      }
      boolean partial = Files.isDirectory(stagingOf(id));
      discardStaging(id);
      return installed || partial;
    }
  }

  /**
   * The right to change a model.
   *
   * @param onWait run once if somebody else has it
   * @param cancelled asked while waiting
   * @return empty if the wait was cancelled
   */
  public Optional<StoreLock> lock(ModelId id, Runnable onWait, BooleanSupplier cancelled)
      throws IOException {
    Path locks = root.resolve(LOCKS);
    return StoreLock.acquire(
        locks.resolve(id.owner()).resolve(id.name() + ".lock"), onWait, cancelled);
  }

  /**
   * A folder to put a model together in, for the holder of its lock; it is kept until the model is
   * installed or {@link #discardStaging discarded}.
   *
   * @param key what distinguishes it from other versions of the model
   */
  public Path stage(ModelId id, String key) throws IOException {
    return Files.createDirectories(stagingOf(id)).resolve(key);
  }

  /** Deletes all that was staged of a model. */
  public void discardStaging(ModelId id) throws IOException {
    Folders.delete(stagingOf(id));
    Folders.deleteIfEmpty(root.resolve(STAGING).resolve(id.owner()));
  }

  /** Makes a staged folder, with its lock, the installed model, in one step. */
  public InstalledModel install(ModelId id, Path staged) throws IOException {
    Path folder = folder(id);
    Files.createDirectories(root.resolve(id.owner()));
    Files.move(staged, folder, StandardCopyOption.ATOMIC_MOVE);
    discardStaging(id);
    return find(id).orElseThrow(() -> new ModelException("no lock in " + folder));
  }

  private Path folder(ModelId id) {
    return root.resolve(id.owner()).resolve(id.name());
  }

  private Path stagingOf(ModelId id) {
    return root.resolve(STAGING).resolve(id.owner()).resolve(id.name());
  }

  private static List<ModelId> idsIn(Path folder) throws IOException {
    List<ModelId> ids = new ArrayList<>();
    for (Path owner : Folders.in(folder)) {
      for (Path name : Folders.in(owner)) {
        ModelId.parse(owner.getFileName() + "/" + name.getFileName()).ifPresent(ids::add);
      }
    }
    ids.sort(null);
    return ids;
  }
}
