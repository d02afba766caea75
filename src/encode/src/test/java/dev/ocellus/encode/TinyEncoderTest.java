package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A real CLIP with CLIP's own tokenizer and small random weights, made by
 * src/test/python/make_tiny_clip.py.
 */
class TinyEncoderTest extends EncoderContract {

  static final String FOLDER = "tiny-clip";

  private static final Path PHOTOS = Path.of("..", "..", "testdata", "photos");

  @Override
  OnnxEncoder open() {
    return open(FOLDER, null);
  }

  @Test
  void answersAsPyTorchDoes() throws IOException {
    try (OnnxEncoder encoder = open()) {
      assertAnswersAsPyTorch(encoder, FOLDER, 0.9999);
    }
  }

  @Test
  void graphsThatShowNothingElseHaveNoTokensAndNoBackbone() {
    try (OnnxEncoder encoder = open()) {
      assertTrue(encoder.tokens().isEmpty());
      assertTrue(encoder.imageBackbone().isEmpty());
    }
  }

  static OnnxEncoder open(String folder, @Nullable String variant) {
    return OnnxEncoder.open(
        ModelFiles.folder(TestFiles.folder(folder)),
        EncoderOptions.threads(1).withVariant(variant));
  }

  static void assertAnswersAsPyTorch(OnnxEncoder encoder, String folder, double parity)
      throws IOException {
    JsonNode expected = new ObjectMapper().readTree(TestFiles.bytes(folder + "/reference.json"));
    var reference = new Reference(encoder, parity);
    for (JsonNode text : expected.path("texts")) {
      reference.assertText(text);
    }
    for (JsonNode photo : expected.path("photos")) {
      reference.assertPhoto(photo, PHOTOS);
    }
  }
}
