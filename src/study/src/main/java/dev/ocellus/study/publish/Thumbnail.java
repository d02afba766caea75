package dev.ocellus.study.publish;

import dev.ocellus.encode.PhotoDecoder;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A small picture of a photo for a page. */
final class Thumbnail {

  private static final int HEIGHT = 160;

  private Thumbnail() {}

  /** A JPEG, {@value #HEIGHT} pixels high. */
  static byte[] of(Path file) throws IOException {
    BufferedImage photo = new PhotoDecoder().decode(Files.readAllBytes(file)).pixels();
    int width = Math.max(1, photo.getWidth() * HEIGHT / photo.getHeight());
    BufferedImage small = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(photo, 0, 0, width, HEIGHT, null);
    graphics.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    if (!ImageIO.write(small, "jpg", jpeg)) {
      throw new IOException("this Java runtime cannot write JPEG");
    }
    return jpeg.toByteArray();
  }
}
