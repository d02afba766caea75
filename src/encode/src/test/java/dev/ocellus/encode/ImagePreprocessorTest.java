package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.encode.PreprocessorConfig.Resize;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImagePreprocessorTest {

  private static final double[] ZEROS = {0, 0, 0};
  private static final double[] ONES = {1, 1, 1};

  @Test
  void channelsFollowEachOtherRescaledAndNormalised() {
    // (v / 255 - 127 / 255) / (128 / 255) = (v - 127) / 128.
    double[] mean = {127 / 255.0, 127 / 255.0, 127 / 255.0};
    double[] std = {128 / 255.0, 128 / 255.0, 128 / 255.0};
    var config =
        new PreprocessorConfig(new Resize.Exact(1, 2), Filter.BICUBIC, 0, 0, 1 / 255.0, mean, std);
    assertArrayEquals(
        new float[] {1, -127 / 128f, 0, 1 / 128f, -1 / 128f, 0.5f},
        new ImagePreprocessor(config).apply(picture(2, 0xFF7F7E, 0x0080BF)),
        1e-6f);
  }

  @Test
  void shorterSideIsFittedAndTheCentreIsCut() {
    var preprocessor = unscaled(new Resize.ShortestEdge(2), 2, 2);
    // Two rows high already, so nothing is resized; of four columns the middle two stay.
    assertArrayEquals(
        new float[] {0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 6, 7},
        preprocessor.apply(picture(4, 1, 2, 3, 4, 5, 6, 7, 8)));
  }

  @Test
  void longerSideIsRoundedDown() {
    // 3 x 5 with a shorter side of 2: the longer one is int(2 * 5 / 3) = 3, of which the crop of
    // 2 takes rows (3 - 2) / 2 = 0 and 1: the upper two thirds.
    var photo = new BufferedImage(3, 5, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 3; x++) {
        photo.setRGB(x, y, 10 * y);
      }
    }
    int[] rgb = photo.getRGB(0, 0, 3, 5, null, 0, 3);
    int[] whole =
        Resampler.resize(rgb, 3, 5, 2, 3, new Resampler.Window(0, 0, 2, 3), Filter.BICUBIC);
    float[] input = unscaled(new Resize.ShortestEdge(2), 2, 2).apply(photo);
    assertEquals(whole[0], input[8]);
    assertEquals(whole[2], input[10]);
  }

  @Test
  void photoSmallerThanTheCropIsPaddedWithBlack() {
    // ceil((3 - 2) / 2) = 1 row and column before the photo, none after it.
    float[] input = unscaled(new Resize.None(), 3, 3).apply(picture(2, 1, 2, 3, 4));
    assertArrayEquals(new float[] {0, 0, 0, 0, 1, 2, 0, 3, 4}, Arrays.copyOfRange(input, 18, 27));
  }

  @Test
  void otherPixelLayoutsAreRefused() {
    var preprocessor = unscaled(new Resize.Exact(2, 2), 0, 0);
    var gray = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
    assertThrows(IllegalArgumentException.class, () -> preprocessor.apply(gray));
  }

  private static ImagePreprocessor unscaled(Resize resize, int cropHeight, int cropWidth) {
    return new ImagePreprocessor(
        new PreprocessorConfig(resize, Filter.BICUBIC, cropHeight, cropWidth, 1, ZEROS, ONES));
  }

  private static BufferedImage picture(int width, int... rgb) {
    var photo = new BufferedImage(width, rgb.length / width, BufferedImage.TYPE_INT_RGB);
    photo.setRGB(0, 0, width, rgb.length / width, rgb, 0, width);
    return photo;
  }
}
