package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Encoder} must keep; a test class for one extends this and opens it. */
abstract class EncoderContract {

  private static final List<String> TEXTS =
      List.of(
          "two dogs play on a beach",
          "",
          "a",
          "a red ball and a goose on the beach with two dogs in the evening sun by the sea",
          "🐶🏖️ 👩‍👩‍👧",
          "כלב רץ על החוף",
          "щенок на пляже",
          "tab\tnew\nline \u0000 \u0007 \u200F control",
          "half a pair \uD83D of surrogates",
          "    ");

  private final Encoder encoder = open();

  /** A new encoder. */
  abstract Encoder open();

  @AfterEach
  void close() {
    encoder.close();
  }

  @Test
  void vectorsAreUnitVectorsOfTheDimension() {
    List<float[]> vectors = new ArrayList<>(encoder.encodeTexts(TEXTS));
    vectors.addAll(encoder.encodePhotos(photos(3)));
    assertEquals(TEXTS.size() + 3, vectors.size());
    for (float[] vector : vectors) {
      assertEquals(encoder.dimension(), vector.length);
      assertEquals(1, dot(vector, vector), 1e-5);
    }
  }

  @Test
  void modelHasAnOwnerAndAName() {
    assertTrue(encoder.modelId().matches("[^/\\s]+/[^/\\s]+"), encoder.modelId());
  }

  @Test
  void batchGivesWhatSinglesGiveInTheSameOrder() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      texts.addAll(TEXTS);
      texts.add("dog ".repeat(i));
    }
    List<float[]> together = encoder.encodeTexts(texts);
    for (int i = 0; i < texts.size(); i++) {
      double cosine = dot(encoder.encodeText(texts.get(i)), together.get(i));
      assertTrue(cosine > 0.9999, texts.get(i) + ": " + cosine);
    }
    List<float[]> photos = photos(19);
    List<float[]> photosTogether = encoder.encodePhotos(photos);
    for (int i = 0; i < photos.size(); i++) {
      float[] single = encoder.encodePhotos(List.of(photos.get(i))).getFirst();
      double cosine = dot(single, photosTogether.get(i));
      assertTrue(cosine > 0.9999, "photo " + i + ": " + cosine);
    }
  }

  @Test
  void differentInputsGiveDifferentVectors() {
    List<float[]> texts = encoder.encodeTexts(List.of("two dogs", "a goose"));
    assertTrue(dot(texts.get(0), texts.get(1)) < 0.99);
    List<float[]> photos = encoder.encodePhotos(photos(2));
    assertTrue(dot(photos.get(0), photos.get(1)) < 0.9999);
  }

  @Test
  void nothingGivesNothing() {
    assertEquals(List.of(), encoder.encodeTexts(List.of()));
    assertEquals(List.of(), encoder.encodePhotos(List.of()));
  }

  @Test
  void longTextIsCutAtTheContext() {
    String kilobytes = "a dog runs on the beach ".repeat(4000);
    float[] vector = encoder.encodeText(kilobytes);
    assertEquals(1, dot(vector, vector), 1e-5);
    assertTrue(dot(vector, encoder.encodeText(kilobytes + "goose")) > 0.9999);
  }

  @Test
  void sameInputGivesTheSameVector() {
    assertArrayEquals(encoder.encodeText("two dogs"), encoder.encodeText("two dogs"), 1e-6f);
  }

  @Test
  void photoOfAnySizeBecomesTheInput() {
    int[][] sizes = {{1, 1}, {1, 500}, {640, 3}, {224, 224}, {33, 47}};
    for (int[] size : sizes) {
      var photo = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
      float[] input = encoder.preprocessor().apply(photo);
      assertEquals(
          3 * encoder.preprocessor().inputHeight() * encoder.preprocessor().inputWidth(),
          input.length);
      for (float value : input) {
        assertTrue(Float.isFinite(value));
      }
    }
  }

  @Test
  void inputOfAnotherSizeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> encoder.encodePhotos(List.of(new float[7])));
  }

  @Test
  void threadsShareAnEncoder() throws Exception {
    // The towers are loaded by whoever comes first, so the threads also race to load them.
    List<float[]> photos = photos(4);
    Callable<List<float[]>> work =
        () -> {
          List<float[]> vectors = new ArrayList<>(encoder.encodeTexts(TEXTS));
          vectors.addAll(encoder.encodePhotos(photos));
          return vectors;
        };
    List<List<float[]>> results = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<List<float[]>> result : threads.invokeAll(List.of(work, work, work, work))) {
        results.add(result.get());
      }
    }
    List<float[]> expected = work.call();
    for (List<float[]> result : results) {
      for (int i = 0; i < expected.size(); i++) {
        assertTrue(dot(expected.get(i), result.get(i)) > 0.9999);
      }
    }
  }

  @Test
  void closedEncoderSaysSoAndClosesOnce() {
    encoder.encodeText("two dogs");
    encoder.close();
    encoder.close();
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> encoder.encodeText("two dogs"));
    assertTrue(String.valueOf(e.getMessage()).contains(encoder.modelId()), e.getMessage());
    assertThrows(IllegalStateException.class, () -> encoder.encodePhotos(photos(1)));
  }

  @Test
  void closingWaitsForThoseWhoEncode() throws Exception {
    try (var threads = Executors.newFixedThreadPool(3)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        running.add(threads.submit(this::encodeUntilClosed));
      }
      encoder.encodeTexts(TEXTS);
      encoder.close();
      for (Future<Integer> result : running) {
        assertTrue(result.get() >= 0);
      }
    }
  }

  private int encodeUntilClosed() {
    for (int rounds = 0; ; rounds++) {
      try {
        encoder.encodeTexts(TEXTS);
      } catch (IllegalStateException closed) {
        return rounds;
      }
    }
  }

  /** Preprocessed pictures of noise on different gray. */
  private List<float[]> photos(int count) {
    var random = new Random(20260101);
    List<float[]> photos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var photo = new BufferedImage(60, 45, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < 45; y++) {
        for (int x = 0; x < 60; x++) {
          photo.setRGB(x, y, 0x010101 * (i * 12) + random.nextInt(0x101010));
        }
      }
      photos.add(encoder.preprocessor().apply(photo));
    }
    return photos;
  }

  static double dot(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }
}
