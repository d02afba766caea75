package dev.ocellus.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A real CLIP graph with small random weights, made by src/test/python/make_tiny_encoder.py. */
class TinyEncoderTest extends EncoderContract {

  static final String FOLDER = "tiny-clip";

  @Override
  OnnxEncoder open() {
    return OnnxEncoder.open(ModelFiles.folder(TestFiles.folder(FOLDER)), 1);
  }

  @Test
  void answersAsPyTorchDoes() throws IOException {
    JsonNode reference = new ObjectMapper().readTree(TestFiles.bytes(FOLDER + "/reference.json"));
    try (OnnxEncoder encoder = open()) {
      for (JsonNode text : reference.path("texts")) {
        Reference.assertText(encoder, text);
      }
      Reference.assertPhoto(
          encoder,
          reference.path("picture"),
          TestFiles.bytes(FOLDER + "/picture.png"),
          "picture.png");
    }
  }
}
