package dev.ocellus.fusion.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the photos of a data folder are: its sub-folders train_images, test_images and images,
 * those that exist.
 *
 * @param folders in this order
 */
public record PhotoFolders(List<Path> folders) {
  private static final List<String> NAMES = List.of("train_images", "test_images", "images");

  public PhotoFolders {
    folders = List.copyOf(folders);
  }

  /** Looks for the folders; none is no error. */
  public static PhotoFolders of(Path data) {
    return new PhotoFolders(NAMES.stream().map(data::resolve).filter(Files::isDirectory).toList());
  }

  /**
   * The file of a photo.
   *
   * @param image as tables name it, with forward slashes
   */
  public Optional<Path> file(String image) {
    return folders.stream()
        .map(folder -> folder.resolve(image))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
