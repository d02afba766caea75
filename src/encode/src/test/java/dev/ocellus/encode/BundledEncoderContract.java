package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every bundled encoder keeps, opened by its id from the class path. */
abstract class BundledEncoderContract extends EncoderContract {

  private static final Path PHOTOS = Path.of("..", "..", "testdata", "photos");

  /**
   * Less than for float graphs: where a value lies between two of 8 bits, the last digit of a float
   * decides, and other versions of the runtime sum in another order.
   */
  private static final double PARITY = 0.98;

  private static final double MEAN_PARITY = 0.998;

  /** The name of the model's folder. */
  abstract String name();

  @Override
  Encoder open() {
    return new ModelStore().open("ocellus/" + name(), 2);
  }

  @Test
  void isCalledByItsId() {
    try (Encoder encoder = open()) {
      assertEquals("ocellus/" + name(), encoder.modelId());
    }
  }

  @Test
  void answersAsThePythonPipelineDoes() throws IOException {
    JsonNode reference = reference();
    JsonNode photos = reference.path("photos");
    JsonNode texts = reference.path("texts");
    assertTrue(photos.size() >= 25 && texts.size() >= 50, "the reference is too small");
    try (OnnxEncoder encoder = (OnnxEncoder) open()) {
      var expected = new Reference(encoder, PARITY);
      for (JsonNode text : texts) {
        expected.assertText(text);
      }
      for (JsonNode photo : photos) {
        expected.assertPhoto(photo, PHOTOS);
      }
      assertTrue(expected.mean() >= MEAN_PARITY, "mean cosine " + expected.mean());
    }
  }

  @Test
  void givesTokenSentenceAndPooledVectorsAsThePythonPipelineDoes() throws IOException {
    JsonNode inner = reference().path("inner");
    assertTrue(inner.path("texts").size() >= 2 && inner.path("photos").size() >= 3);
    try (OnnxEncoder encoder = (OnnxEncoder) open()) {
      var expected = new Reference(encoder, PARITY);
      TokenEncoder tokens = encoder.tokens().orElseThrow();
      assertEquals(384, tokens.tokenDimension());
      for (JsonNode text : inner.path("texts")) {
        expected.assertTokens(text, tokens.encode(text.path("text").textValue()));
      }
      ImageBackbone backbone = encoder.imageBackbone().orElseThrow();
      assertEquals(1280, backbone.dimension());
      for (JsonNode photo : inner.path("photos")) {
        expected.assertFeatures(photo, PHOTOS, backbone);
      }
      assertTrue(expected.mean() >= MEAN_PARITY, "mean cosine " + expected.mean());
    }
  }

  @Test
  void oneRunGivesTheJointVectorToo() {
    try (Encoder encoder = open()) {
      List<String> texts = List.of("two dogs play on a beach", "", "a goose", "dog ".repeat(200));
      List<TextEncoding> encodings = encoder.tokens().orElseThrow().encode(texts);
      for (int i = 0; i < texts.size(); i++) {
        assertArrayEquals(
            encoder.encodeText(texts.get(i)), encodings.get(i).vector(), 1e-6f, texts.get(i));
      }
      assertEquals(0, encodings.get(1).tokens().size());
      // Of 128 positions two are for special tokens.
      assertEquals(126, encodings.get(3).tokens().size());
      assertEquals(new TokenSpan(4 * 125, 4 * 125 + 3, 125), spans(encodings.get(3)).getLast());
    }
  }

  @Test
  void wordsOfOneMeaningAreNearerThanOthers() {
    try (Encoder encoder = open()) {
      TokenEncoder tokens = encoder.tokens().orElseThrow();
      TokenEmbeddings dog = tokens.encode("a dog runs").tokens().byWord();
      TokenEmbeddings puppy = tokens.encode("a puppy runs").tokens().byWord();
      TokenEmbeddings bus = tokens.encode("a bus runs").tokens().byWord();
      assertTrue(cosine(dog, puppy, 1) > cosine(dog, bus, 1) + 0.1);
    }
  }

  @Test
  void innerVectorsEndWithTheEncoder() {
    Encoder encoder = open();
    TokenEncoder tokens = encoder.tokens().orElseThrow();
    ImageBackbone backbone = encoder.imageBackbone().orElseThrow();
    encoder.close();
    assertThrows(IllegalStateException.class, () -> tokens.encode("two dogs"));
    assertThrows(IllegalStateException.class, () -> backbone.features(List.of(new float[1])));
    assertThrows(IllegalStateException.class, encoder::tokens);
  }

  private static List<TokenSpan> spans(TextEncoding encoding) {
    return encoding.tokens().spans();
  }

  private static double cosine(TokenEmbeddings a, TokenEmbeddings b, int word) {
    float[] x = a.vectors()[word];
    float[] y = b.vectors()[word];
    return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
  }

  private JsonNode reference() throws IOException {
    Path file = Path.of("..", "..", "models", name(), "reference_vectors.json");
    return new ObjectMapper().readTree(file.toFile());
  }
}
