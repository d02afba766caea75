package dev.ocellus.indextools.demo;

import dev.ocellus.encode.PhotoDecoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Small copies of photos as {@code data:} addresses, each photo read once. */
final class Thumbnails {

  /** The longer side, in pixels: twice what the page shows, for dense screens. */
  private static final int LONGER_SIDE = 480;

  private final PhotoDecoder decoder = new PhotoDecoder();
  private final Map<Path, String> made = new HashMap<>();

  /** The photo's small copy as a JPEG in a {@code data:} address. */
  String dataAddress(Path photo) throws IOException {
    var known = made.get(photo);
    if (known == null) {
      known = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(photo));
      made.put(photo, known);
    }
    return known;
  }

  private byte[] jpeg(Path photo) throws IOException {
    var pixels = decoder.decode(Files.readAllBytes(photo)).pixels();
    double scale =
        Math.min(1, (double) LONGER_SIDE / Math.max(pixels.getWidth(), pixels.getHeight()));
    int width = Math.max(1, (int) Math.round(scale * pixels.getWidth()));
    int height = Math.max(1, (int) Math.round(scale * pixels.getHeight()));
    // Bilinear sampling sees four pixels only: halve first, so that none is passed over.
    while (pixels.getWidth() >= 2 * width && pixels.getHeight() >= 2 * height) {
      pixels =
          scaled(
              pixels,
              Math.max(width, pixels.getWidth() / 2),
              Math.max(height, pixels.getHeight() / 2));
    }
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(scaled(pixels, width, height), "jpeg", bytes)) {
      throw new IOException("this Java runtime cannot write JPEG");
    }
    return bytes.toByteArray();
  }

  private static BufferedImage scaled(BufferedImage pixels, int width, int height) {
    var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(pixels, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return result;
  }
}
