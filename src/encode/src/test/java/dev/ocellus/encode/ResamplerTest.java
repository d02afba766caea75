package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.encode.Resampler.Window;
import dev.ocellus.encode.TestFiles.Row;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResamplerTest {

  static List<Row> pillow() {
    return TestFiles.rows("resize.csv");
  }

  @ParameterizedTest
  @MethodSource("pillow")
  void resizesToTheSameBytesAsPillow(Row row) {
    int width = row.number(1);
    int height = row.number(2);
    int outWidth = row.number(3);
    int outHeight = row.number(4);
    byte[] expected = HexFormat.of().parseHex(row.text(5));
    int[] actual =
        Resampler.resize(
            picture(width, height),
            width,
            height,
            outWidth,
            outHeight,
            new Window(0, 0, outWidth, outHeight),
            Filter.valueOf(row.text(0)));
    for (int i = 0; i < actual.length; i++) {
      for (int c = 0; c < 3; c++) {
        assertEquals(
            expected[3 * i + c] & 0xFF,
            actual[i] >> (16 - 8 * c) & 0xFF,
            "pixel " + i + ", channel " + c);
      }
    }
  }

  @Test
  void windowIsAPartOfTheWhole() {
    int[] photo = picture(50, 40);
    int[] whole = Resampler.resize(photo, 50, 40, 17, 13, new Window(0, 0, 17, 13), Filter.BICUBIC);
    int[] part = Resampler.resize(photo, 50, 40, 17, 13, new Window(3, 2, 5, 4), Filter.BICUBIC);
    int[] expected = new int[20];
    for (int y = 0; y < 4; y++) {
      System.arraycopy(whole, (y + 2) * 17 + 3, expected, y * 5, 5);
    }
    assertArrayEquals(expected, part);
  }

  @Test
  void halvingAveragesWithTheTriangle() {
    // Centres at 1 and 3, support 2: weights .25 .75 .75 (.25) over pixels 0..2, cut at the edge
    // and normalised. Pixels 0 100 200 44 give (0*.75 + 100*.75 + 200*.25) / 1.75 = 71.4 and
    // (100*.25 + 200*.75 + 44*.75) / 1.75 = 118.9.
    int[] row = {0, 100, 200, 44};
    assertArrayEquals(
        new int[] {71, 119},
        Resampler.resize(row, 4, 1, 2, 1, new Window(0, 0, 2, 1), Filter.BILINEAR));
  }

  private static int[] picture(int width, int height) {
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          int value = (x * 37 + y * 91 + x * y * 13 + c * 71) & 0xFF;
          rgb[y * width + x] |= value << (16 - 8 * c);
        }
      }
    }
    return rgb;
  }
}
