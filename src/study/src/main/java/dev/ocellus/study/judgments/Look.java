package dev.ocellus.study.judgments;

import dev.ocellus.encode.PerceptualHash;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** What a photo looks like from afar. */
final class Look {
  private static final int SIDE = 16;

  /** Bits of the hash in which copies may differ. */
  static final int HASH_DISTANCE = 6;

  /** Mean difference of the cells' brightness up to which photos are copies. */
  static final int CELL_DISTANCE = 8;

  private final long hash;
  private final int[] cells;

  /**
   * @param hash perceptual hash, which finds photos that may be copies
   * @param cells mean brightness of 16 x 16 cells, 0 to 255, which tells copies from photos whose
   *     hash is near by chance
   */
  Look(long hash, int[] cells) {
    this.hash = hash;
    this.cells = cells;
  }

  /**
   * @param photo sRGB pixels, as the decoder gives them
   */
  static Look of(BufferedImage photo) {
    int[] rgb = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
    int width = photo.getWidth();
    int height = photo.getHeight();
    long[] sums = new long[SIDE * SIDE];
    int[] counts = new int[SIDE * SIDE];
    for (int y = 0; y < height; y++) {
      int row = (int) ((long) y * SIDE / height) * SIDE;
      for (int x = 0; x < width; x++) {
        int pixel = rgb[y * width + x];
        int cell = row + (int) ((long) x * SIDE / width);
        sums[cell] += (pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF);
        counts[cell]++;
      }
    }
    int[] cells = new int[SIDE * SIDE];
    for (int i = 0; i < cells.length; i++) {
      // A photo smaller than the grid leaves cells without a pixel.
      cells[i] = (int) (sums[i] / (3L * Math.max(1, counts[i])));
    }
    return new Look(PerceptualHash.of(photo), cells);
  }

  long hash() {
    return hash;
  }

  boolean isCopyOf(Look other) {
    if (Long.bitCount(hash ^ other.hash) > HASH_DISTANCE) {
      return false;
    }
    int difference = 0;
    for (int i = 0; i < cells.length; i++) {
      difference += Math.abs(cells[i] - other.cells[i]);
    }
    return difference <= CELL_DISTANCE * cells.length;
  }
}
