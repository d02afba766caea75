package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.PreprocessorConfig.Resize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A photo far larger than any model's input is read in part, and looks the same to the model. */
class LargePhotoTest {

  private static final int WIDTH = 3600;
  private static final int HEIGHT = 3080;

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void everySecondPixelIsKept(String format) throws IOException {
    BufferedImage drawn = drawing();
    var file = new ByteArrayOutputStream();
    ImageIO.write(drawn, format, file);
    DecodedPhoto photo = new PhotoDecoder().decode(file.toByteArray());
    assertEquals(WIDTH, photo.width());
    assertEquals(HEIGHT, photo.height());
    assertEquals(WIDTH / 2, photo.pixels().getWidth());
    assertEquals(HEIGHT / 2, photo.pixels().getHeight());
    double[] zeros = {0, 0, 0};
    double[] ones = {1, 1, 1};
    var preprocessor =
        new ImagePreprocessor(
            new PreprocessorConfig(
                new Resize.Exact(224, 224), Filter.BICUBIC, 0, 0, 1, zeros, ones));
    float[] whole = preprocessor.apply(drawn);
    float[] part = preprocessor.apply(photo.pixels());
    double sum = 0;
    for (int i = 0; i < whole.length; i++) {
      sum += Math.abs(whole[i] - part[i]);
    }
    assertTrue(sum / whole.length < 1, "gray levels off on average: " + sum / whole.length);
  }

  /** Waves from 20 to 1,000 pixels long. */
  private static BufferedImage drawing() {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int r = (int) (128 + 100 * Math.sin(x * 0.006 + y * 0.02));
        int g = (int) (128 + 100 * Math.sin(x * 0.3) * Math.cos(y * 0.01));
        int b = (int) (128 + 100 * Math.cos((x - y) * 0.05));
        row[x] = r << 16 | g << 8 | b;
      }
      image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
    }
    return image;
  }
}
