package dev.ocellus.encode;

import java.util.Optional;

/** How a resized image's pixels are made of the source's: Pillow's filters, by Pillow's numbers. */
enum Filter {
  /** The source pixel under the centre. */
  NEAREST(0, 0) {
    @Override
    double at(double x) {
      return 1;
    }
  },
  /** Lanczos' windowed sinc of three lobes. */
  LANCZOS(1, 3) {
    @Override
    double at(double x) {
      return -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    }
  },
  /** The triangle. */
  BILINEAR(2, 1) {
    @Override
    double at(double x) {
      double d = Math.abs(x);
      return d < 1 ? 1 - d : 0;
    }
  },
  /** Keys' cubic with a = -0.5. */
  BICUBIC(3, 2) {
    @Override
    double at(double x) {
      double d = Math.abs(x);
      if (d < 1) {
        return ((A + 2) * d - (A + 3)) * d * d + 1;
      }
      return d < 2 ? (((d - 5) * d + 8) * d - 4) * A : 0;
    }
  },
  /** The mean of the pixels under the new one. */
  BOX(4, 0.5) {
    @Override
    double at(double x) {
      return -0.5 < x && x <= 0.5 ? 1 : 0;
    }
  },
  /** Hamming's windowed sinc of one lobe. */
  HAMMING(5, 1) {
    @Override
    double at(double x) {
      double d = Math.abs(x);
      return d < 1 ? sinc(d) * (0.54 + 0.46 * Math.cos(Math.PI * d)) : 0;
    }
  };

  private static final double A = -0.5;

  private final int number;
  private final double support;

  Filter(int number, double support) {
    this.number = number;
    this.support = support;
  }

  /** The filter of a number that configuration files give as {@code resample}. */
  static Optional<Filter> of(int number) {
    for (Filter filter : values()) {
      if (filter.number == number) {
        return Optional.of(filter);
      }
    }
    return Optional.empty();
  }

  /** Distance from its centre, in source pixels, up to which the filter has weight. */
  double support() {
    return support;
  }

  /** The weight at a distance from the centre. */
  abstract double at(double x);

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
  }
}
