package dev.ocellus.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model in the store.
 *
 * @param folder where its files are
 * @param lock what they were when it was installed
 */
public record InstalledModel(Path folder, ModelLock lock) {

  /** What the user calls it. */
  public ModelId id() {
    return lock.id();
  }

  /** Its files, to open an encoder with. */
  public ModelFiles files() {
    return ModelFiles.folder(folder);
  }

  /** The first file that is missing or of another size than the lock says; a quick look. */
  Optional<String> damage() {
    for (ModelLock.LockedFile file : lock.files()) {
      Path path = folder.resolve(file.name());
      try {
        long size = Files.size(path);
        if (size != file.size()) {
          return Optional.of("%s has %,d bytes, not %,d".formatted(file.name(), size, file.size()));
        }
      } catch (IOException e) {
        return Optional.of(file.name() + " is missing");
      }
    }
    return Optional.empty();
  }
}
