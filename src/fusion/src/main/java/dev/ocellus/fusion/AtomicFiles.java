package dev.ocellus.fusion;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces files whole: a kill in the middle leaves the old file as it was. */
final class AtomicFiles {
  private AtomicFiles() {}

  static void write(Path path, byte[] bytes) throws IOException {
    Path target = path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new DataException(path + ": a folder, not a file");
    }
    Files.createDirectories(folder);
    Path whole = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
    try {
      Files.write(whole, bytes);
      try {
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
