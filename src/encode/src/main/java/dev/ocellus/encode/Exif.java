package dev.ocellus.encode;

import com.drew.imaging.FileType;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a photo's EXIF block says (CIPA DC-008, Exif 2.32).
 *
 * @param orientation 1 to 8: where the stored pixels' first row and column belong; 1 is upright
 * @param takenAt DateTimeOriginal, the camera's local time; null where absent or not a time
 */
record Exif(int orientation, @Nullable LocalDateTime takenAt) {

  private static final Exif NONE = new Exif(1, null);
  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

  /**
   * Reads a file's EXIF block; a broken one counts as absent, since the pixels may still be fine.
   */
  static Exif of(byte[] file, PhotoFormat format) {
    try {
      return of(metadata(file, format));
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      return NONE;
    }
  }

  private static Exif of(Metadata metadata) {
    int orientation = 1;
    ExifIFD0Directory image = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    if (image != null) {
      Integer stored = image.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      if (stored != null && stored >= 1 && stored <= 8) {
        orientation = stored;
      }
    }
    ExifSubIFDDirectory shot = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    String time = shot == null ? null : shot.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
    return new Exif(orientation, time == null ? null : parse(time));
  }

  private static Metadata metadata(byte[] file, PhotoFormat format)
      throws ImageProcessingException, IOException {
    var stream = new ByteArrayInputStream(file);
    return switch (format) {
      // The other segments (thumbnails, maker notes, colour profiles) are not needed.
      case JPEG -> JpegMetadataReader.readMetadata(stream, List.of(new ExifReader()));
      case PNG -> ImageMetadataReader.readMetadata(stream, file.length, FileType.Png);
      case WEBP -> ImageMetadataReader.readMetadata(stream, file.length, FileType.WebP);
      case TIFF -> ImageMetadataReader.readMetadata(stream, file.length, FileType.Tiff);
      case GIF, BMP -> new Metadata();
    };
  }

  private static @Nullable LocalDateTime parse(String time) {
    try {
      return LocalDateTime.parse(time.strip(), EXIF_TIME);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
