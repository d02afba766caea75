package dev.ocellus.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Ways in which copies of photos differ from them. */
enum AlteredCopy {
  JPEG_75(1, 0, .75f, 0),
  JPEG_30(1, 0, .3f, 0),
  HALF_SIZE(.5, 0, .9f, 0),
  DOUBLE_SIZE(2, 0, .9f, 0),
  CROPPED_2(1, .02, .9f, 0),
  CROPPED_5(1, .05, .9f, 0),
  CROPPED_10(1, .1, .9f, 0),
  LIGHTER(1, 0, .9f, .15f);

  private final double scale;
  private final double crop;
  private final float quality;
  private final float white;

  /**
   * @param scale of width and height
   * @param crop share of width and height that is cut away, half of it on each side
   * @param quality of the JPEG file, 0 to 1
   * @param white share of white that is mixed in
   */
  AlteredCopy(double scale, double crop, float quality, float white) {
    this.scale = scale;
    this.crop = crop;
    this.quality = quality;
    this.white = white;
  }

  /** "cropped-5": what stands in its file's name. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void write(BufferedImage photo, Path file) throws IOException {
    int width = (int) Math.round(photo.getWidth() * scale);
    int height = (int) Math.round(photo.getHeight() * scale);
    int left = (int) Math.round(photo.getWidth() * crop / 2);
    int top = (int) Math.round(photo.getHeight() * crop / 2);
    int right = photo.getWidth() - left;
    int bottom = photo.getHeight() - top;
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(photo, 0, 0, width, height, left, top, right, bottom, null);
    graphics.setColor(new Color(1, 1, 1, white));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam options = writer.getDefaultWriteParam();
    options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    options.setCompressionQuality(quality);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(copy, null, null), options);
    } finally {
      writer.dispose();
    }
  }
}
