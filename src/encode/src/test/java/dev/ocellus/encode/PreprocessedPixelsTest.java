package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Photos become the same gray levels as in Transformers' image processors, whose answers {@code
 * src/test/python/make_pixel_reference.py} wrote down.
 */
class PreprocessedPixelsTest {

  private static final Path PHOTOS = Path.of("..", "..", "testdata", "photos");

  @TempDir private Path model = Path.of("");

  @Test
  void levelsAreThoseOfTransformersWithinOne() throws IOException {
    JsonNode reference = new ObjectMapper().readTree(TestFiles.bytes("preprocessed.json"));
    int step = reference.path("step").intValue();
    Map<String, BufferedImage> pictures = new HashMap<>();
    int levels = 0;
    int equal = 0;
    List<String> wrong = new ArrayList<>();
    for (JsonNode entry : reference.path("cases")) {
      String config = entry.path("config").textValue();
      String name = entry.path("picture").textValue();
      Preprocessor preprocessor = preprocessor(reference.path("configs").path(config));
      int height = preprocessor.inputHeight();
      int width = preprocessor.inputWidth();
      assertEquals(entry.path("height").intValue(), height, config);
      assertEquals(entry.path("width").intValue(), width, config);
      byte[] expected = Base64.getDecoder().decode(entry.path("levels").textValue());
      float[] actual = preprocessor.apply(pictures.computeIfAbsent(name, this::picture));
      int i = 0;
      for (int y = 0; y < height; y += step) {
        for (int x = 0; x < width; x += step) {
          for (int c = 0; c < 3; c++, i++) {
            float difference = actual[(c * height + y) * width + x] - (expected[i] & 0xFF);
            levels++;
            equal += difference == 0 ? 1 : 0;
            if (Math.abs(difference) > 1) {
              wrong.add("%s, %s at (%d, %d): off by %s".formatted(config, name, x, y, difference));
            }
          }
        }
      }
      assertEquals(expected.length, i, config);
    }
    assertTrue(levels > 100_000, "only " + levels + " levels");
    assertTrue(wrong.isEmpty(), wrong.size() + " wrong, the first: " + wrong);
    assertTrue(equal > 0.98 * levels, equal + " of " + levels + " are equal");
  }

  private Preprocessor preprocessor(JsonNode config) throws IOException {
    Files.writeString(model.resolve(PreprocessorConfig.FILE), config.toString());
    return new ImagePreprocessor(
        PreprocessorConfig.read(ModelFiles.folder(model), ModelFamily.OTHER));
  }

  private BufferedImage picture(String name) {
    try {
      return name.endsWith(".jpg")
          ? new PhotoDecoder().decode(Files.readAllBytes(PHOTOS.resolve(name))).pixels()
          : computed(name.split("x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage computed(String[] size) {
    int width = Integer.parseInt(size[0]);
    int height = Integer.parseInt(size[1]);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = 0;
        for (int c = 0; c < 3; c++) {
          row[x] = row[x] << 8 | (37 * x + 91 * y + 71 * c + x * y / 64) & 0xFF;
        }
      }
      picture.setRGB(0, y, width, 1, row, 0, width);
    }
    return picture;
  }
}
