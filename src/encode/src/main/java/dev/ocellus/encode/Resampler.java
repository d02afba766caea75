package dev.ocellus.encode;

/**
 * Resizes packed RGB pixels exactly as Pillow does, since that is what encoders were trained on:
 * convolution with a filter as wide as the reduction (so without aliasing), horizontally, then
 * vertically, in fixed point, rounded to 8 bits after each pass.
 *
 * <p>Source of the method: {@code src/libImaging/Resample.c} of Pillow (precompute_coeffs,
 * normalize_coeffs_8bpc, ImagingResampleHorizontal_8bpc, ImagingResampleVertical_8bpc).
 */
final class Resampler {

  /** 32 bits of an int less 8 of the result less 2 for the overshoot of bicubic weights. */
  private static final int PRECISION_BITS = 32 - 8 - 2;

  private Resampler() {}

  /** A convolution filter, scaled by the reduction. */
  enum Filter {
    /** The triangle filter; Pillow's resample value 2. */
    BILINEAR(1) {
      @Override
      double at(double x) {
        double d = Math.abs(x);
        return d < 1 ? 1 - d : 0;
      }
    },
    /** Keys' cubic with a = -0.5; Pillow's resample value 3. */
    BICUBIC(2) {
      @Override
      double at(double x) {
        double d = Math.abs(x);
        if (d < 1) {
          return ((A + 2) * d - (A + 3)) * d * d + 1;
        }
        return d < 2 ? (((d - 5) * d + 8) * d - 4) * A : 0;
      }
    };

    private static final double A = -0.5;
    private final double support;

    Filter(double support) {
      this.support = support;
    }

    abstract double at(double x);
  }

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
    Weights vertical = weights(height, outHeight, window.top(), window.height(), filter);
    Weights horizontal = weights(width, outWidth, window.left(), window.width(), filter);
    int firstRow = vertical.first[0];
    int lastRow = vertical.first[window.height() - 1] + vertical.count[window.height() - 1];
    int[] narrowed = new int[(lastRow - firstRow) * window.width()];
    for (int y = firstRow, i = 0; y < lastRow; y++) {
      for (int x = 0; x < window.width(); x++) {
        narrowed[i++] = horizontal.sum(rgb, y * width, 1, x);
      }
    }
    int[] out = new int[window.width() * window.height()];
    for (int y = 0, i = 0; y < window.height(); y++) {
      for (int x = 0; x < window.width(); x++) {
        out[i++] = vertical.sum(narrowed, x - firstRow * window.width(), window.width(), y);
      }
    }
    return out;
  }

  private static Weights weights(int in, int out, int from, int count, Filter filter) {
    double scale = (double) in / out;
    double filterScale = Math.max(scale, 1);
    // No resizing along this side: one weight of 1, as Pillow skips the pass.
    double support = in == out ? 0 : filter.support * filterScale;
    int size = (int) Math.ceil(support) * 2 + 1;
    Weights weights = new Weights(new int[count], new int[count], new int[count * size], size);
    double[] window = new double[size];
    for (int i = 0; i < count; i++) {
      double center = (from + i + 0.5) * scale;
      int first = Math.max(0, (int) (center - support + 0.5));
      int last = Math.min(in, (int) (center + support + 0.5));
      if (in == out) {
        first = from + i;
        last = first + 1;
      }
      double sum = 0;
      for (int k = first; k < last; k++) {
        double w = in == out ? 1 : filter.at((k - center + 0.5) / filterScale);
        window[k - first] = w;
        sum += w;
      }
      weights.first[i] = first;
      weights.count[i] = last - first;
      for (int k = 0; k < last - first; k++) {
        double w = sum == 0 ? window[k] : window[k] / sum;
        weights.fixed[i * size + k] = (int) (w * (1 << PRECISION_BITS) + (w < 0 ? -0.5 : 0.5));
      }
    }
    return weights;
  }

  /** For every output position: the first source position, how many, and their weights. */
  private record Weights(int[] first, int[] count, int[] fixed, int size) {

    int sum(int[] rgb, int start, int stride, int position) {
      int r = 1 << (PRECISION_BITS - 1);
      int g = r;
      int b = r;
      int p = start + first[position] * stride;
      int from = position * size;
      for (int k = from, end = from + count[position]; k < end; k++, p += stride) {
        int pixel = rgb[p];
        int w = fixed[k];
        r += (pixel >> 16 & 0xFF) * w;
        g += (pixel >> 8 & 0xFF) * w;
        b += (pixel & 0xFF) * w;
      }
      return clip(r) << 16 | clip(g) << 8 | clip(b);
    }

    private static int clip(int sum) {
      return Math.clamp(sum >> PRECISION_BITS, 0, 255);
    }
  }
}
