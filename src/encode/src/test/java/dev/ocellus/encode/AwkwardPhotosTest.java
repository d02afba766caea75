package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.TestFiles.Row;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of testdata/awkward, each against its line of expected.csv. */
class AwkwardPhotosTest {

  private static final Path FOLDER = Path.of("..", "..", "testdata", "awkward");
  private static final double[][] PLACES = {
    {0.1, 0.1}, {0.5, 0.5}, {0.75, 0.2}, {0.2, 0.75}, {0.85, 0.85}
  };

  /** What each unreadable file's one line begins with. */
  private static final Map<String, String> REFUSALS =
      Map.of(
          "bomb.jpg", "20000 x 20000 = 400 megapixels, above the limit of 100",
          "bomb.png", "20000 x 20000 = 400 megapixels, above the limit of 100",
          "empty.jpg", "empty file",
          "text.jpg", "not a photo: starts with \"",
          "truncated.jpg", "truncated JPEG: the file ends before the picture does");

  private final PhotoDecoder decoder = new PhotoDecoder();

  static List<Row> readable() throws IOException {
    return rows().stream().filter(row -> row.text(1).equals("yes")).toList();
  }

  static List<Row> unreadable() throws IOException {
    return rows().stream().filter(row -> row.text(1).equals("no")).toList();
  }

  @ParameterizedTest
  @MethodSource("readable")
  void readablePhotoHasItsSizeAndColours(Row row) throws IOException {
    DecodedPhoto photo = decoder.decode(Files.readAllBytes(FOLDER.resolve(row.text(0))));
    assertEquals(row.number(2), photo.width());
    assertEquals(row.number(3), photo.height());
    BufferedImage pixels = photo.pixels();
    for (int place = 0; place < PLACES.length; place++) {
      int x = (int) (PLACES[place][0] * photo.width());
      int y = (int) (PLACES[place][1] * photo.height());
      double[] actual = mean(pixels, x, y);
      String[] expected = row.text(4 + place).split(" ");
      for (int c = 0; c < 3; c++) {
        assertEquals(
            Double.parseDouble(expected[c]),
            actual[c],
            tolerance(row.text(0)),
            row.text(0) + " at " + x + "," + y + ": " + Arrays.toString(actual));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void unreadablePhotoIsRefusedInOneLine(Row row) throws IOException {
    byte[] file = Files.readAllBytes(FOLDER.resolve(row.text(0)));
    String message =
        String.valueOf(assertThrows(PhotoException.class, () -> decoder.decode(file)).getMessage());
    String expected = REFUSALS.get(row.text(0));
    assertTrue(expected != null && message.startsWith(expected), row.text(0) + ": " + message);
    assertFalse(message.contains("\n"), message);
  }

  /** Gray levels; WebP's chroma is upsampled without smoothing by its reader. */
  private static double tolerance(String file) {
    return file.equals("lossy.webp") ? 4 : 3;
  }

  /** Mean colour of the 8 x 8 pixels whose upper left corner is given. */
  private static double[] mean(BufferedImage pixels, int left, int top) {
    double[] mean = new double[3];
    for (int y = top; y < top + 8; y++) {
      for (int x = left; x < left + 8; x++) {
        for (int c = 0; c < 3; c++) {
          mean[c] += (pixels.getRGB(x, y) >> (16 - 8 * c) & 0xFF) / 64.0;
        }
      }
    }
    return mean;
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(FOLDER.resolve("expected.csv")).stream()
        .skip(1)
        .map(line -> new Row(List.of(line.split(",", -1))))
        .toList();
  }
}
