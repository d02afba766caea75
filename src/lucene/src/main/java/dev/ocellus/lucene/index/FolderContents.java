package dev.ocellus.lucene.index;

import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.lucene.IndexException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be indexed.
 *
 * @param listing at least one photo
 * @param table the captions table, or null if none was given
 */
record FolderContents(FolderListing listing, @Nullable CaptionTable table) {

  /**
   * Looks into the folder and reads the table that the options name.
   *
   * @throws IndexException if the folder holds no photos
   */
  static FolderContents of(IndexOptions options, IndexTally tally, IndexProgress progress)
      throws IOException {
    FolderListing listing =
        new PhotoFolder(options.photos())
            .list(
                problem -> {
                  tally.unreadable++;
                  progress.problem(problem);
                });
    if (listing.photos().isEmpty()) {
      throw new IndexException(
          "no photos under " + options.photos() + " (JPEG, PNG, WebP, GIF, TIFF or BMP files)");
    }
    Path file = options.captions();
    return new FolderContents(listing, file == null ? null : CaptionTable.readPhotos(file));
  }
}
