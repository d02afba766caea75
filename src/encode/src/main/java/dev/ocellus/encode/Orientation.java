package dev.ocellus.encode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Turns stored pixels upright, by EXIF's orientation value (CIPA DC-008, tag 274). */
final class Orientation {

  private Orientation() {}

  /** Whether an orientation swaps width and height. */
  static boolean transposes(int orientation) {
    return orientation >= 5;
  }

  /**
   * Turns an image upright.
   *
   * @param image of {@link BufferedImage#TYPE_INT_RGB}
   * @param orientation 1 to 8
   * @return the image itself where it is upright already
   */
  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    // Where the stored pixel (x, y) goes: first + x * perColumn + y * perRow.
    int outWidth = transposes(orientation) ? height : width;
    int outHeight = transposes(orientation) ? width : height;
    int last = outWidth * outHeight - 1;
    int first;
    int perColumn;
    int perRow;
    switch (orientation) {
      case 2 -> { // mirrored left to right
        first = width - 1;
        perColumn = -1;
        perRow = width;
      }
      case 3 -> { // turned by 180 degrees
        first = last;
        perColumn = -1;
        perRow = -width;
      }
      case 4 -> { // mirrored top to bottom
        first = width * (height - 1);
        perColumn = 1;
        perRow = -width;
      }
      case 5 -> { // transposed
        first = 0;
        perColumn = outWidth;
        perRow = 1;
      }
      case 6 -> { // to be turned 90 degrees clockwise
        first = outWidth - 1;
        perColumn = outWidth;
        perRow = -1;
      }
      case 7 -> { // transposed over the other diagonal
        first = last;
        perColumn = -outWidth;
        perRow = -1;
      }
      case 8 -> { // to be turned 90 degrees counter-clockwise
        first = outWidth * (outHeight - 1);
        perColumn = -outWidth;
        perRow = 1;
      }
      default -> throw new IllegalArgumentException("orientation must be 1..8, got " + orientation);
    }
    BufferedImage upright = new BufferedImage(outWidth, outHeight, BufferedImage.TYPE_INT_RGB);
    int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] to = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
    for (int y = 0, i = 0; y < height; y++) {
      int target = first + y * perRow;
      for (int x = 0; x < width; x++, i++, target += perColumn) {
        to[target] = from[i];
      }
    }
    return upright;
  }
}
