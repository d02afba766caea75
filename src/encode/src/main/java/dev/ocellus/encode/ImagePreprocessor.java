package dev.ocellus.encode;

import dev.ocellus.encode.PreprocessorConfig.Resize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Resizes, crops, rescales and normalises as Transformers' image processors do on Pillow images.
 * Immutable, so safe for use by several threads.
 */
final class ImagePreprocessor implements Preprocessor {

  private final PreprocessorConfig config;
  private final int inputHeight;
  private final int inputWidth;

  /** For each channel, the input value of every 8-bit sample. */
  private final float[][] normalized = new float[3][256];

  ImagePreprocessor(PreprocessorConfig config) {
    this.config = config;
    if (config.cropHeight() > 0) {
      inputHeight = config.cropHeight();
      inputWidth = config.cropWidth();
    } else if (config.resize() instanceof Resize.Exact exact) {
      inputHeight = exact.height();
      inputWidth = exact.width();
    } else {
      throw new IllegalArgumentException("the configuration fixes no input size: " + config);
    }
    for (int c = 0; c < 3; c++) {
      for (int v = 0; v < 256; v++) {
        float rescaled = (float) (v * config.rescaleFactor());
        normalized[c][v] = (rescaled - (float) config.mean()[c]) / (float) config.std()[c];
      }
    }
  }

  @Override
  public int inputHeight() {
    return inputHeight;
  }

  @Override
  public int inputWidth() {
    return inputWidth;
  }

  @Override
  public float[] apply(BufferedImage photo) {
    if (photo.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException("photo must be of TYPE_INT_RGB, got " + photo.getType());
    }
    int width = photo.getWidth();
    int height = photo.getHeight();
    int resizedWidth = width;
    int resizedHeight = height;
    switch (config.resize()) {
      case Resize.None none -> {}
      case Resize.Exact exact -> {
        resizedWidth = exact.width();
        resizedHeight = exact.height();
      }
      case Resize.ShortestEdge edge -> {
        // Transformers' get_resize_output_image_size: the longer side is rounded down.
        int longer =
            (int) ((double) edge.pixels() * Math.max(width, height) / Math.min(width, height));
        resizedWidth = width <= height ? edge.pixels() : longer;
        resizedHeight = width <= height ? longer : edge.pixels();
      }
    }
    // A side shorter than the crop is padded with black, the odd pixel before it, as in
    // Transformers'
    // center_crop.
    int cropLeft = Math.floorDiv(resizedWidth - inputWidth, 2);
    int cropTop = Math.floorDiv(resizedHeight - inputHeight, 2);
    int left = Math.max(0, cropLeft);
    int top = Math.max(0, cropTop);
    var window =
        new Resampler.Window(
            left, top, Math.min(inputWidth, resizedWidth), Math.min(inputHeight, resizedHeight));
    int[] rgb = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
    boolean asIs =
        width == resizedWidth
            && height == resizedHeight
            && width == window.width()
            && height == window.height();
    int[] pixels =
        asIs
            ? rgb
            : Resampler.resize(
                rgb, width, height, resizedWidth, resizedHeight, window, config.filter());
    return normalize(pixels, window, Math.max(0, -cropLeft), Math.max(0, -cropTop));
  }

  private float[] normalize(int[] pixels, Resampler.Window window, int padLeft, int padTop) {
    int plane = inputHeight * inputWidth;
    float[] input = new float[3 * plane];
    if (window.width() < inputWidth || window.height() < inputHeight) {
      for (int c = 0; c < 3; c++) {
        Arrays.fill(input, c * plane, (c + 1) * plane, normalized[c][0]);
      }
    }
    for (int y = 0, i = 0; y < window.height(); y++) {
      int at = (padTop + y) * inputWidth + padLeft;
      for (int x = 0; x < window.width(); x++, i++, at++) {
        int pixel = pixels[i];
        input[at] = normalized[0][pixel >> 16 & 0xFF];
        input[plane + at] = normalized[1][pixel >> 8 & 0xFF];
        input[2 * plane + at] = normalized[2][pixel & 0xFF];
      }
    }
    return input;
  }
}
