package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {

  @Test
  void brighterToTheRightSetsEveryBit() {
    assertEquals(-1L, PerceptualHash.of(ramp(1)));
    assertEquals(0L, PerceptualHash.of(ramp(-1)));
  }

  @Test
  void copiesAreNearAndOtherPhotosAreFar() throws IOException {
    List<BufferedImage> photos = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "..", "testdata", "photos"))) {
      for (Path file : files.sorted().toList()) {
        photos.add(new PhotoDecoder().decode(Files.readAllBytes(file)).pixels());
      }
    }
    long farApart = 0;
    for (int i = 0; i < photos.size(); i++) {
      long hash = PerceptualHash.of(photos.get(i));
      int moved = Long.bitCount(hash ^ PerceptualHash.of(halved(photos.get(i))));
      assertTrue(moved <= 6, "photo " + i + " differs from its half by " + moved + " bits");
      for (int j = 0; j < i; j++) {
        farApart += Long.bitCount(hash ^ PerceptualHash.of(photos.get(j))) > 12 ? 1 : 0;
      }
    }
    long pairs = photos.size() * (photos.size() - 1L) / 2;
    assertTrue(farApart > 0.98 * pairs, farApart + " of " + pairs);
  }

  private static BufferedImage ramp(int direction) {
    var image = new BufferedImage(90, 40, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 90; x++) {
        image.setRGB(x, y, 0x010101 * (direction > 0 ? 2 * x : 180 - 2 * x));
      }
    }
    return image;
  }

  private static BufferedImage halved(BufferedImage photo) {
    int width = photo.getWidth() / 2;
    int height = photo.getHeight() / 2;
    var half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = half.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(photo, 0, 0, width, height, null);
    graphics.dispose();
    return half;
  }
}
