package dev.ocellus.encode;

import java.awt.image.BufferedImage;

/** Turns a decoded photo into a model's input, by the rule of the model's own configuration. */
public interface Preprocessor {

  /** Height of the model's input, in pixels. */
  int inputHeight();

  /** Width of the model's input, in pixels. */
  int inputWidth();

  /**
   * Resizes, crops, rescales and normalises.
   *
   * @param photo sRGB pixels ({@link BufferedImage#TYPE_INT_RGB}), as {@link PhotoDecoder} gives
   *     them
   * @return 3 x height x width floats: channel (red, green, blue), row, column
   */
  float[] apply(BufferedImage photo);
}
