package dev.ocellus.lucene.index;

import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.lucene.IndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be indexed.
 *
 * @param photos files by id, at least one
 * @param table the captions table, or null if none was given
 */
record FolderContents(SortedMap<String, Path> photos, @Nullable CaptionTable table) {

  /**
   * Looks into the folder and reads the table that the options name.
   *
   * @throws IndexException if the folder holds no photos
   */
  static FolderContents of(IndexOptions options, IndexTally tally, IndexProgress progress)
      throws IOException {
    SortedMap<String, Path> photos =
        new PhotoFolder(options.photos())
            .photos(
                problem -> {
                  tally.unreadable++;
                  progress.problem(problem);
                });
    if (photos.isEmpty()) {
      throw new IndexException(
          "no photos under " + options.photos() + " (JPEG, PNG, WebP, GIF, TIFF or BMP files)");
    }
    Path file = options.captions();
    return new FolderContents(photos, file == null ? null : CaptionTable.readPhotos(file));
  }
}
