package dev.ocellus.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Installs a model from a folder, for machines without a network. */
public final class FolderImport {

  private FolderImport() {}

  /**
   * Copies a model's files into the store. Where the folder has a lock, as one copied from another
   * store has, its files must be what the lock says, and the model keeps its origin.
   *
   * @param id what to call it
   * @param from a folder in the usual layout
   * @param variant the graphs to take, for instance {@code fp16}; null for those that the folder's
   *     lock names, else {@code fp32}
   * @throws ModelException if the folder is no usable model, or the id is taken
   */
  public static InstalledModel add(
      InstalledModels store, ModelId id, Path from, @Nullable String variant) throws IOException {
    if (ModelStore.isBundled(id)) {
      throw new ModelException(id + " cannot be added: " + id.owner() + "/ is for bundled models");
    }
    if (!Files.isDirectory(from)) {
      throw new ModelException(from + " is no folder; --from takes a model's folder");
    }
    ModelLock source = ModelLock.of(ModelFiles.folder(from)).orElse(null);
    String chosen = variant;
    if (chosen == null) {
      chosen = source == null ? ModelLayout.FULL_PRECISION : source.variant();
    }
    List<String> names = ModelLayout.select(namesIn(from), chosen, from.toString());
    try (StoreLock lock = store.lock(id, () -> {}, () -> false).orElseThrow()) {
      if (store.find(id).isPresent()) {
        throw new ModelException(
            id + " is installed already; remove it first with: ocellus models remove " + id);
      }
      Path staged = store.stage(id, "added");
      Folders.delete(staged);
      try {
        List<ModelLock.LockedFile> files = copy(names, from, staged);
        new ModelLock(id, chosen, source == null ? null : origin(source, files, from), files)
            .write(staged);
        // Throws where no encoder can be made of it.
        OnnxEncoder.dimensionOf(ModelFiles.folder(staged));
        return store.install(id, staged);
      } finally {
        store.discardStaging(id);
      }
    }
  }

  private static List<ModelLock.LockedFile> copy(List<String> names, Path from, Path to)
      throws IOException {
    List<ModelLock.LockedFile> files = new ArrayList<>();
    for (String name : names) {
      Path target = to.resolve(name);
      Files.createDirectories(target.getParent());
      Files.copy(from.resolve(name), target);
      FileDigest digest = FileDigest.of(target);
      files.add(new ModelLock.LockedFile(name, digest.size(), digest.sha256()));
    }
    return files;
  }

  private static ModelLock.@Nullable Origin origin(
      ModelLock source, List<ModelLock.LockedFile> files, Path from) {
    for (ModelLock.LockedFile file : files) {
      if (!source.files().contains(file)) {
        throw new ModelException(
            "%s is not the file that %s names; make the copy anew"
                .formatted(from.resolve(file.name()), from.resolve(ModelLock.FILE)));
      }
    }
    return source.origin();
  }

  private static List<String> namesIn(Path folder) throws IOException {
    // Two levels: a model's files are in the folder itself and in onnx/.
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }
}
