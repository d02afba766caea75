package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.TestFiles.Row;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoDecoderTest {

  private final PhotoDecoder decoder = new PhotoDecoder();

  static List<Row> drawings() {
    return TestFiles.rows("photos/expected.csv");
  }

  /** Without lossless WebP, whose reader takes minutes over some damaged code tables. */
  static List<String> damageable() {
    List<String> lossless = List.of("lossless.webp", "alpha.webp", "animated.webp");
    return names().stream().filter(name -> !lossless.contains(name)).toList();
  }

  static List<String> names() {
    return drawings().stream().map(row -> row.text(0)).toList();
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void everyFormatShowsTheSameDrawing(Row row) {
    DecodedPhoto photo = decoder.decode(TestFiles.bytes("photos/" + row.text(0)));
    BufferedImage pixels = photo.pixels();
    assertEquals(BufferedImage.TYPE_INT_RGB, pixels.getType());
    assertEquals(
        row.text(1) + "x" + row.text(2), photo.width() + "x" + photo.height(), row.text(0));
    assertEquals(
        row.text(1) + "x" + row.text(2), pixels.getWidth() + "x" + pixels.getHeight(), row.text(0));
    int right = pixels.getWidth() - 5;
    int bottom = pixels.getHeight() - 5;
    int[] actual = {
      pixels.getRGB(4, 4), pixels.getRGB(right, 4),
      pixels.getRGB(4, bottom), pixels.getRGB(right, bottom)
    };
    for (int corner = 0; corner < 4; corner++) {
      int expected = Integer.parseInt(row.text(3 + corner), 16);
      assertTrue(
          distance(expected, actual[corner]) <= 3,
          "%s, corner %d: expected %06x, got %06x"
              .formatted(row.text(0), corner, expected, actual[corner] & 0xFFFFFF));
    }
  }

  @Test
  void readsWhenThePhotoWasTaken() {
    assertEquals(
        LocalDateTime.of(2021, 6, 15, 12, 34, 56),
        decoder.decode(TestFiles.bytes("photos/orientation1.jpg")).takenAt());
    assertNull(decoder.decode(TestFiles.bytes("photos/rgb.jpg")).takenAt());
  }

  /** A photo cut anywhere is refused or, where only closing marks are lost, whole: never half. */
  @ParameterizedTest
  @MethodSource("names")
  void truncatedPhotoIsRefused(String name) {
    byte[] file = TestFiles.bytes("photos/" + name);
    DecodedPhoto whole = decoder.decode(file);
    for (int length = 1; length < file.length; length += Math.max(1, file.length / 60)) {
      byte[] cut = Arrays.copyOf(file, length);
      try {
        DecodedPhoto photo = decoder.decode(cut);
        for (int y = 0; y < whole.pixels().getHeight(); y++) {
          for (int x = 0; x < whole.pixels().getWidth(); x++) {
            assertEquals(
                whole.pixels().getRGB(x, y),
                photo.pixels().getRGB(x, y),
                name + " cut to " + length + " of " + file.length + " bytes at " + x + "," + y);
          }
        }
      } catch (PhotoException e) {
        assertOneLine(e);
      }
    }
  }

  /** Whatever bytes a file holds, the answer is a photo or one line. */
  @ParameterizedTest
  @MethodSource("damageable")
  void damagedPhotoIsAPhotoOrOneLine(String name) {
    byte[] file = TestFiles.bytes("photos/" + name);
    // A damaged header may name a vast size, which would only take time here.
    PhotoDecoder decoder = new PhotoDecoder(100_000);
    var random = new Random(20260101);
    for (int round = 0; round < 40; round++) {
      byte[] damaged = file.clone();
      for (int i = 0; i < 5; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        decoder.decode(damaged);
      } catch (PhotoException e) {
        assertOneLine(e);
      }
    }
  }

  @Test
  void truncatedJpegSaysSo() {
    byte[] file = TestFiles.bytes("photos/rgb.jpg");
    PhotoException e =
        assertThrows(
            PhotoException.class, () -> decoder.decode(Arrays.copyOf(file, file.length - 60)));
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith("truncated JPEG: the file ends before the picture does"),
        e.getMessage());
  }

  @Test
  void emptyFileSaysSo() {
    assertEquals("empty file", message(new byte[0]));
  }

  @Test
  void otherFilesAreNamedByTheirFirstBytes() {
    String read = "; JPEG, PNG, WebP, GIF, TIFF and BMP are read";
    assertEquals(
        "not a photo: starts with \"Hello, photo\"" + read,
        message("Hello, photographers".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        "not a photo: starts with bytes 00 01 FF" + read, message(new byte[] {0, 1, (byte) 0xFF}));
  }

  @Test
  void phonePhotosThatNeedConvertingAreNamed() {
    assertEquals(
        "not readable: an ISO media file of brand \"heic\" (HEIC, AVIF or a video); JPEG is read",
        message("\0\0\0\u0018ftypheic....".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void tooManyPixelsAreRefusedBeforeTheyAreAllocated() {
    PhotoException e =
        assertThrows(
            PhotoException.class,
            () -> new PhotoDecoder(1000).decode(TestFiles.bytes("photos/rgb.png")));
    assertEquals("48 x 32 = 0.01 megapixels, above the limit of 0.01", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1L << 40})
  void limitMustBePossible(long maxPixels) {
    assertThrows(IllegalArgumentException.class, () -> new PhotoDecoder(maxPixels));
  }

  private String message(byte[] file) {
    String message = assertThrows(PhotoException.class, () -> decoder.decode(file)).getMessage();
    return message == null ? "" : message;
  }

  private static void assertOneLine(PhotoException e) {
    String message = e.getMessage();
    assertTrue(message != null && !message.isBlank() && message.lines().count() == 1, message);
  }

  private static int distance(int a, int b) {
    int distance = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      distance = Math.max(distance, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
    }
    return distance;
  }
}
