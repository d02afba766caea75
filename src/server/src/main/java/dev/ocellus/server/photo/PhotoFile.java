package dev.ocellus.server.photo;

import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.server.http.EntityTag;
import dev.ocellus.server.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.eclipse.jetty.http.HttpStatus;

/**
 * A photo's file on the disk.
 *
 * @param path without symbolic links, inside the photo folder
 * @param mediaType by its first bytes
 * @param etag changes when the file does
 */
record PhotoFile(Path path, String mediaType, EntityTag etag) {

  /**
   * Finds the file of a photo of the index.
   *
   * @throws Problem with 404 if it is gone, lies outside the photo folder or is no photo any more
   */
  static PhotoFile of(IndexedFile photo) {
    try {
      Path folder = photo.folder().toRealPath();
      Path path = folder.resolve(photo.id()).toRealPath();
      if (!path.startsWith(folder)) {
        throw gone("lies outside the photo folder, and is not shown");
      }
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        throw gone("is no file any more");
      }
      String mediaType =
          PhotoDecoder.mediaType(head(path)).orElseThrow(() -> gone("is no photo any more"));
      String etag =
          "\"%s-%x-%x\""
              .formatted(
                  photo.sha256().substring(0, 16),
                  attributes.lastModifiedTime().toMillis(),
                  attributes.size());
      return new PhotoFile(path, mediaType, new EntityTag(etag));
    } catch (IOException | InvalidPathException e) {
      throw gone("is gone from the disk, or cannot be read");
    }
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(PhotoDecoder.HEAD);
    }
  }

  private static Problem gone(String how) {
    return new Problem(
        HttpStatus.NOT_FOUND_404,
        "photo-gone",
        "the index has this photo, but its file %s; run ocellus index again".formatted(how));
  }
}
