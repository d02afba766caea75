package dev.ocellus.encode;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Converts whatever a reader delivers to packed sRGB on white, as display programs show it. */
final class SrgbPixels {

  private SrgbPixels() {}

  /** Converts an image to {@link BufferedImage#TYPE_INT_RGB}, transparency composited on white. */
  static BufferedImage of(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    BufferedImage rgb =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] out = ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData();
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && colors.getColorSpace().isCS_sRGB()
        && isWhole(image)) {
      fromBgr(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), out);
    } else if (colors instanceof IndexColorModel palette) {
      fromPalette(image.getRaster(), palette, out);
    } else if (isLinearGray(colors.getColorSpace()) && hasIntegerSamples(colors)) {
      fromSamples(image.getRaster(), colors, 1, out);
    } else if (colors.getColorSpace().isCS_sRGB() && hasIntegerSamples(colors)) {
      fromSamples(image.getRaster(), colors, 3, out);
    } else if (colors.hasAlpha()) {
      BufferedImage argb =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
      new ColorConvertOp(null).filter(image, argb);
      fromSamples(argb.getRaster(), argb.getColorModel(), 3, out);
    } else {
      new ColorConvertOp(null).filter(image, rgb);
    }
    return rgb;
  }

  private static boolean isWhole(BufferedImage image) {
    return image.getRaster().getParent() == null
        && image.getRaster().getDataBuffer().getSize() == 3L * image.getWidth() * image.getHeight();
  }

  private static boolean hasIntegerSamples(ColorModel colors) {
    int type = colors.getTransferType();
    return type == DataBuffer.TYPE_BYTE
        || type == DataBuffer.TYPE_USHORT
        || type == DataBuffer.TYPE_INT;
  }

  /**
   * Readers label gray files with Java's built-in gray space, which is linear light; the samples
   * are gamma-encoded as in sRGB, so they are taken as they stand.
   */
  private static boolean isLinearGray(ColorSpace space) {
    return space.getType() == ColorSpace.TYPE_GRAY
        && (!(space instanceof ICC_ColorSpace)
            || space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY)));
  }

  private static void fromBgr(byte[] bgr, int[] out) {
    for (int i = 0, b = 0; i < out.length; i++, b += 3) {
      out[i] = (bgr[b + 2] & 0xFF) << 16 | (bgr[b + 1] & 0xFF) << 8 | (bgr[b] & 0xFF);
    }
  }

  private static void fromPalette(Raster raster, IndexColorModel palette, int[] out) {
    int[] colors = new int[palette.getMapSize()];
    palette.getRGBs(colors);
    for (int i = 0; i < colors.length; i++) {
      int c = colors[i];
      colors[i] = onWhite(c >> 16 & 0xFF, c >> 8 & 0xFF, c & 0xFF, c >>> 24, false);
    }
    int width = raster.getWidth();
    int[] row = new int[width];
    for (int y = 0, i = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        // A damaged file may name a colour that its palette lacks.
        out[i++] = row[x] < colors.length ? colors[row[x]] : 0;
      }
    }
  }

  private static void fromSamples(Raster raster, ColorModel colors, int channels, int[] out) {
    int bands = raster.getNumBands();
    int width = raster.getWidth();
    boolean alpha = colors.hasAlpha() && bands > channels;
    boolean premultiplied = colors.isAlphaPremultiplied();
    int[] max = new int[bands];
    for (int band = 0; band < bands; band++) {
      max[band] = (int) ((1L << Math.min(31, colors.getComponentSize(band))) - 1);
    }
    int[] row = new int[width * bands];
    for (int y = 0, i = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0, s = 0; x < width; x++, s += bands) {
        int r = to8Bits(row[s], max[0]);
        int g = channels == 1 ? r : to8Bits(row[s + 1], max[1]);
        int b = channels == 1 ? r : to8Bits(row[s + 2], max[2]);
        int a = alpha ? to8Bits(row[s + channels], max[channels]) : 255;
        out[i++] = onWhite(r, g, b, a, premultiplied);
      }
    }
  }

  private static int to8Bits(int sample, int max) {
    return max == 255 ? sample : (int) ((sample * 255L + max / 2) / max);
  }

  private static int onWhite(int r, int g, int b, int alpha, boolean premultiplied) {
    if (alpha == 255) {
      return r << 16 | g << 8 | b;
    }
    int white = 255 - alpha;
    if (premultiplied) {
      return Math.min(255, r + white) << 16
          | Math.min(255, g + white) << 8
          | Math.min(255, b + white);
    }
    return blend(r, alpha, white) << 16 | blend(g, alpha, white) << 8 | blend(b, alpha, white);
  }

  private static int blend(int color, int alpha, int white) {
    return (color * alpha + 255 * white + 127) / 255;
  }
}
