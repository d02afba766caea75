package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A folder of photos, searched recursively. Hidden files and folders are passed over. The folder
 * itself may be a symbolic link; links to folders below it are not followed.
 */
public final class PhotoFolder {

  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "jpe", "png", "webp", "gif", "tif", "tiff", "bmp");

  private final Path root;

  /**
   * A folder.
   *
   * @throws IndexException if {@code root} is no folder
   */
  public PhotoFolder(Path root) {
    if (!Files.isDirectory(root)) {
      throw new IndexException(
          "no folder of photos at " + root + (Files.exists(root) ? " (it is a file)" : ""));
    }
    this.root = root;
  }

  /**
   * Looks for photos.
   *
   * @param problems hears one line for every folder or file that cannot be looked at
   */
  public FolderListing list(Consumer<String> problems) throws IOException {
    SortedMap<String, Path> photos = new TreeMap<>();
    Set<String> unreadable = new HashSet<>();
    Path target = target(root);
    Files.walkFileTree(
        target,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(target) && isHidden(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isPhoto(file)) {
              photos.put(PhotoId.of(target, file), given(file));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            unreadable.add(PhotoId.of(target, file));
            problems.accept(
                "%s cannot be looked at (%s); photos indexed there stay"
                    .formatted(given(file), e.getClass().getSimpleName()));
            return FileVisitResult.CONTINUE;
          }

          private Path given(Path file) {
            return root.resolve(target.relativize(file));
          }
        });
    return new FolderListing(photos, unreadable);
  }

  /** The folder itself, where its path may be a symbolic link: a walk does not begin at a link. */
  public static Path target(Path folder) throws IOException {
    return Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
  }

  /** Whether a file or folder is passed over because of its name. */
  public static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /** Whether a file of this name is taken for a photo. */
  public static boolean isPhoto(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return !isHidden(file) && EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
  }
}
