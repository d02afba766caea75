package dev.ocellus.encode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A 64-bit fingerprint of what a photo looks like: resized or recompressed copies of one photo
 * differ in a few bits, different photos in about half.
 *
 * <p>The difference hash of N. Krawetz, "Kind of Like That", The Hacker Factor Blog, 2013: the
 * photo shrunk to 9 x 8 gray pixels; each bit says whether a pixel is darker than its right
 * neighbour.
 */
public final class PerceptualHash {

  private static final int COLUMNS = 8;
  private static final int ROWS = 8;

  private PerceptualHash() {}

  /**
   * Hashes a photo.
   *
   * @param photo sRGB pixels ({@link BufferedImage#TYPE_INT_RGB}), as {@link PhotoDecoder} gives
   *     them
   * @return 64 bits, row by row, the top left one highest; compare two by {@code Long.bitCount(a ^
   *     b)}
   */
  public static long of(BufferedImage photo) {
    int[] rgb = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
    int width = COLUMNS + 1;
    int[] small =
        Resampler.resize(
            rgb,
            photo.getWidth(),
            photo.getHeight(),
            width,
            ROWS,
            new Resampler.Window(0, 0, width, ROWS),
            Filter.BILINEAR);
    long hash = 0;
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        int i = y * width + x;
        hash = hash << 1 | (luma(small[i]) < luma(small[i + 1]) ? 1 : 0);
      }
    }
    return hash;
  }

  /** ITU-R BT.601 luma, in thousandths. */
  private static int luma(int rgb) {
    return 299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF);
  }
}
