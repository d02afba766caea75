package dev.ocellus.lucene.edit;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.index.PhotoFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Names files by their place in an index's photo folder.
 *
 * @param folder absolute
 */
record FolderFile(Path folder) {

  /**
   * The id of a file.
   *
   * @throws IndexException if {@code ocellus index} would not find it
   * @throws NoSuchFileException if there is no such file
   */
  String id(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    Path place = placeOf(file);
    boolean hidden = false;
    for (Path name : place) {
      hidden |= PhotoFolder.isHidden(name);
    }
    if (hidden || !PhotoFolder.isPhoto(place)) {
      throw new IndexException(
          file + " is passed over by ocellus index: it is hidden, or not named as a photo is");
    }
    return place.toString().replace(File.separatorChar, '/');
  }

  private Path placeOf(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    if (absolute.startsWith(folder)) {
      return folder.relativize(absolute);
    }
    if (Files.isDirectory(folder)) { // One of the two may be named through a link.
      Path real = folder.toRealPath();
      Path target = file.toRealPath();
      if (target.startsWith(real)) {
        return real.relativize(target);
      }
    }
    throw new IndexException(
        "%s is not in the index's photo folder %s; put it there first".formatted(file, folder));
  }
}
