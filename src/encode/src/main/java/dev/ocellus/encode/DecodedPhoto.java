package dev.ocellus.encode;

import java.awt.image.BufferedImage;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A photo's pixels and what its file says about them.
 *
 * @param pixels sRGB, {@link BufferedImage#TYPE_INT_RGB}, upright (EXIF orientation applied),
 *     transparency composited on white
 * @param width of the upright photo as stored in the file, in pixels (the pixels may be subsampled)
 * @param height of the upright photo as stored in the file, in pixels
 * @param takenAt EXIF DateTimeOriginal in the camera's local time, or null where the file has none
 */
public record DecodedPhoto(
    BufferedImage pixels, int width, int height, @Nullable LocalDateTime takenAt) {}
