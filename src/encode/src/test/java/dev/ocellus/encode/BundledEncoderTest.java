package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The bundled default encoder, from the class path. */
class BundledEncoderTest extends EncoderContract {

  private static final Path PHOTOS = Path.of("..", "..", "testdata", "photos");
  private static final Path REFERENCE =
      Path.of("..", "..", "models", "lite2-minilm-v1", "reference_vectors.json");

  @Override
  Encoder open() {
    return new ModelStore().open(ModelStore.DEFAULT_MODEL, 2);
  }

  @Test
  void isCalledByItsId() {
    try (Encoder encoder = open()) {
      assertEquals(ModelStore.DEFAULT_MODEL, encoder.modelId());
    }
  }

  @Test
  void answersAsThePythonPipelineDoes() throws IOException {
    JsonNode reference = new ObjectMapper().readTree(REFERENCE.toFile());
    JsonNode photos = reference.path("photos");
    JsonNode texts = reference.path("texts");
    assertTrue(photos.size() >= 25 && texts.size() >= 50, "the reference is too small");
    try (OnnxEncoder encoder = (OnnxEncoder) open()) {
      var expected = new Reference(encoder, 0.999);
      for (JsonNode text : texts) {
        expected.assertText(text);
      }
      for (JsonNode photo : photos) {
        expected.assertPhoto(photo, PHOTOS);
      }
    }
  }
}
