package dev.ocellus.encode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Small copies of photos, for people to look at. */
public final class Thumbnail {

  private Thumbnail() {}

  /**
   * A small copy as a JPEG file, without anything else that the photo's file says, such as its
   * place.
   *
   * @param longerSide in pixels, 1 or more; a smaller photo keeps its size
   */
  public static byte[] jpeg(DecodedPhoto photo, int longerSide) throws IOException {
    if (longerSide < 1) {
      throw new IllegalArgumentException("longerSide must be at least 1, got " + longerSide);
    }
    BufferedImage pixels = photo.pixels();
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    double scale = Math.min(1, (double) longerSide / Math.max(width, height));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage small =
        scaled(
            pixels,
            Math.max(1, (int) Math.round(scale * width)),
            Math.max(1, (int) Math.round(scale * height)));
    if (!ImageIO.write(small, "jpeg", bytes)) {
      throw new IOException("this Java runtime cannot write JPEG");
    }
    return bytes.toByteArray();
  }

  private static BufferedImage scaled(BufferedImage pixels, int width, int height) {
    int fromWidth = pixels.getWidth();
    int fromHeight = pixels.getHeight();
    if (fromWidth == width && fromHeight == height) {
      return pixels;
    }
    int[] resized =
        Resampler.resize(
            pixels.getRGB(0, 0, fromWidth, fromHeight, null, 0, fromWidth),
            fromWidth,
            fromHeight,
            width,
            height,
            new Resampler.Window(0, 0, width, height),
            Filter.BICUBIC);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    System.arraycopy(
        resized,
        0,
        ((DataBufferInt) small.getRaster().getDataBuffer()).getData(),
        0,
        resized.length);
    return small;
  }
}
