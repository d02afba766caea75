package dev.ocellus.opensearch.ingest;

import dev.ocellus.opensearch.encode.EncodeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.common.unit.ByteSizeValue;
import org.opensearch.secure_sm.AccessController;

/**
 * The folders of this node whose photos documents may name. Neither {@code ..} nor a symbolic link
 * leads out of them.
 */
final class PhotoRoots {

  private final List<Path> roots;

  PhotoRoots(List<Path> roots) {
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  static PhotoRoots of(Settings settings) {
    return new PhotoRoots(EncodeSettings.PHOTO_ROOTS.get(settings).stream().map(Path::of).toList());
  }

  /**
   * A photo's file.
   *
   * @param name its path, absolute or from one of the roots
   * @param maxBytes the largest file that is wanted
   * @throws IllegalArgumentException if no root has such a file, or a larger one, or the plugin's
   *     policy has been narrowed to other folders
   */
  byte[] read(String name, long maxBytes) throws IOException {
    try {
      // Of all on the stack only the plugin may read there.
      return AccessController.doPrivilegedChecked(() -> readNow(name, maxBytes));
    } catch (SecurityException e) {
      throw new IllegalArgumentException(
          "photo [%s] may not be read: the plugin's policy on this node does not grant it"
              .formatted(name));
    }
  }

  private byte[] readNow(String name, long maxBytes) throws IOException {
    try (InputStream stream = Files.newInputStream(find(name))) {
      // Again, lest a link took the file's place before it was opened. The option not to follow
      // links is no help: the node's agent takes any option but READ for a wish to write.
      find(name);
      byte[] file = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
      if (file.length > maxBytes) {
        throw new IllegalArgumentException(
            "photo [%s] is above the limit [%s] of %s"
                .formatted(name, EncodeSettings.MAX_BYTES.getKey(), new ByteSizeValue(maxBytes)));
      }
      return file;
    }
  }

  private Path find(String name) throws IOException {
    if (roots.isEmpty()) {
      throw new IllegalArgumentException(
          "photo [%s] is a path, and this node reads none: [%s] is empty"
              .formatted(name, EncodeSettings.PHOTO_ROOTS.getKey()));
    }
    boolean within = false;
    for (Path root : roots) {
      Path path = path(root, name);
      if (path.startsWith(root)) {
        within = true;
        try {
          Path real = path.toRealPath();
          if (real.startsWith(root.toRealPath()) && Files.isRegularFile(real)) {
            return real;
          }
        } catch (NoSuchFileException e) {
          continue;
        }
      }
    }
    throw new IllegalArgumentException(
        within
            ? "no photo [%s] in the folders of [%s]"
                .formatted(name, EncodeSettings.PHOTO_ROOTS.getKey())
            : "photo [%s] is outside of the folders of [%s]"
                .formatted(name, EncodeSettings.PHOTO_ROOTS.getKey()));
  }

  private static Path path(Path root, String name) {
    try {
      return root.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("photo [%s] is no path".formatted(name), e);
    }
  }
}
