package dev.ocellus.encode;

/**
 * What each pixel along one side of a resized image is made of: a run of source pixels and their
 * weights in fixed point.
 *
 * @param first for every pixel, the first source pixel
 * @param count how many source pixels
 * @param fixed their weights, {@code stride} places a pixel
 */
record ResampleWeights(int[] first, int[] count, int[] fixed, int stride) {

  /** 32 bits of an int less 8 of the result less 2 for the overshoot of bicubic weights. */
  private static final int PRECISION_BITS = 32 - 8 - 2;

  /**
   * Computes the weights for some of the pixels along a side.
   *
   * @param in length of the side in the source
   * @param out length of the side in the whole resized image
   * @param from the first pixel wanted
   * @param size how many are wanted
   */
  static ResampleWeights of(int in, int out, int from, int size, Filter filter) {
    // No resizing along this side: Pillow skips the pass.
    return in == out || filter == Filter.NEAREST
        ? nearest((double) in / out, from, size)
        : filtered(in, (double) in / out, from, size, filter);
  }

  private static ResampleWeights nearest(double scale, int from, int size) {
    var weights = new ResampleWeights(new int[size], new int[size], new int[size], 1);
    // Added up as in Pillow, since a centre may be where two pixels meet.
    double center = scale * 0.5;
    for (int i = 0; i < from + size; i++, center += scale) {
      if (i >= from) {
        weights.first[i - from] = (int) center;
        weights.count[i - from] = 1;
        weights.fixed[i - from] = 1 << PRECISION_BITS;
      }
    }
    return weights;
  }

  private static ResampleWeights filtered(int in, double scale, int from, int size, Filter filter) {
    double filterScale = Math.max(scale, 1);
    double support = filter.support() * filterScale;
    int stride = (int) Math.ceil(support) * 2 + 1;
    var weights = new ResampleWeights(new int[size], new int[size], new int[size * stride], stride);
    double[] run = new double[stride];
    for (int i = 0; i < size; i++) {
      double center = (from + i + 0.5) * scale;
      int first = Math.max(0, (int) (center - support + 0.5));
      int last = Math.min(in, (int) (center + support + 0.5));
      double sum = 0;
      for (int k = first; k < last; k++) {
        double w = filter.at((k - center + 0.5) / filterScale);
        run[k - first] = w;
        sum += w;
      }
      weights.first[i] = first;
      weights.count[i] = last - first;
      for (int k = 0; k < last - first; k++) {
        double w = sum == 0 ? run[k] : run[k] / sum;
        weights.fixed[i * stride + k] = (int) (w * (1 << PRECISION_BITS) + (w < 0 ? -0.5 : 0.5));
      }
    }
    return weights;
  }

  /** How many pixels there are weights for. */
  int size() {
    return first.length;
  }

  /** The first source pixel that any of them needs. */
  int start() {
    return first[0];
  }

  /** The source pixel after the last one needed. */
  int end() {
    return first[first.length - 1] + count[count.length - 1];
  }

  /**
   * Computes one pixel.
   *
   * @param rgb packed pixels
   * @param origin where the source's first pixel along this side is
   * @param step from one pixel along this side to the next
   * @param position of the pixel among those wanted
   */
  int sum(int[] rgb, int origin, int step, int position) {
    int r = 1 << (PRECISION_BITS - 1);
    int g = r;
    int b = r;
    int p = origin + first[position] * step;
    int from = position * stride;
    for (int k = from, end = from + count[position]; k < end; k++, p += step) {
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
