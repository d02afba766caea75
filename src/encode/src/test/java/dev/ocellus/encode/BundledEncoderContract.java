package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
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
    Path file = Path.of("..", "..", "models", name(), "reference_vectors.json");
    JsonNode reference = new ObjectMapper().readTree(file.toFile());
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
}
