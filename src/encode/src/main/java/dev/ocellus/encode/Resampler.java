package dev.ocellus.encode;

/**
 * Resizes packed RGB pixels exactly as Pillow does, since that is what encoders were trained on:
 * convolution with a filter as wide as the reduction (so without aliasing), along one side, then
 * along the other, in fixed point, rounded to 8 bits after each pass.
 *
 * <p>Source of the method: {@code src/libImaging/Resample.c} of Pillow (precompute_coeffs,
 * normalize_coeffs_8bpc, ImagingResampleHorizontal_8bpc, ImagingResampleVertical_8bpc) and, for the
 * nearest pixel, {@code Geometry.c} (ImagingScaleAffine).
 */
final class Resampler {

  private Resampler() {}

  /** A rectangle of the resized image, in its pixels. */
  record Window(int left, int top, int width, int height) {}

  /**
   * Resizes an image and returns a window of the result; only what the window needs is computed.
   *
   * @param rgb packed pixels (0xRRGGBB), row by row
   * @param width of the source
   * @param height of the source
   * @param outWidth of the whole resized image
   * @param outHeight of the whole resized image
   * @param window within the resized image
   * @return packed pixels of the window, row by row
   */
  static int[] resize(
      int[] rgb, int width, int height, int outWidth, int outHeight, Window window, Filter filter) {
    ResampleWeights columns =
        ResampleWeights.of(width, outWidth, window.left(), window.width(), filter);
    ResampleWeights rows =
        ResampleWeights.of(height, outHeight, window.top(), window.height(), filter);
    if (heightFirst(width, height, outWidth, outHeight)) {
      int left = columns.start();
      int needed = columns.end() - left;
      int[] lowered = alongHeight(rgb, width, 0, left, needed, rows);
      return alongWidth(lowered, needed, left, 0, window.height(), columns);
    }
    int top = rows.start();
    int[] narrowed = alongWidth(rgb, width, 0, top, rows.end() - top, columns);
    return alongHeight(narrowed, window.width(), top, 0, window.width(), rows);
  }

  /**
   * Pillow 13 begins with the height where that loses more than twice as many pixels as the width;
   * up to Pillow 12 the width came first always. It matters, beyond rounding, where one side
   * shrinks and the other grows: values below black or above white are cut after each pass.
   */
  private static boolean heightFirst(int width, int height, int outWidth, int outHeight) {
    return outHeight < height && height - outHeight > 2L * (width - outWidth);
  }

  /**
   * @param stride length of the source's rows
   * @param left column of the whole image that the source begins with
   */
  private static int[] alongWidth(
      int[] rgb, int stride, int left, int fromRow, int rows, ResampleWeights weights) {
    int[] out = new int[rows * weights.size()];
    for (int y = fromRow, i = 0; y < fromRow + rows; y++) {
      for (int x = 0; x < weights.size(); x++) {
        out[i++] = weights.sum(rgb, y * stride - left, 1, x);
      }
    }
    return out;
  }

  /**
   * @param stride length of the source's rows
   * @param top row of the whole image that the source begins with
   */
  private static int[] alongHeight(
      int[] rgb, int stride, int top, int fromColumn, int columns, ResampleWeights weights) {
    int[] out = new int[weights.size() * columns];
    for (int y = 0, i = 0; y < weights.size(); y++) {
      for (int x = fromColumn; x < fromColumn + columns; x++) {
        out[i++] = weights.sum(rgb, x - top * stride, stride, y);
      }
    }
    return out;
  }
}
