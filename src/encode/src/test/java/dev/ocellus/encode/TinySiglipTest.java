package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * A real SigLIP with small random weights and a tokenizer of its kind, made by
 * src/test/python/make_tiny_siglip.py.
 */
class TinySiglipTest extends EncoderContract {

  static final String FOLDER = "tiny-siglip";

  @Override
  OnnxEncoder open() {
    return TinyEncoderTest.open(FOLDER, null);
  }

  @Test
  void answersAsPyTorchDoes() throws IOException {
    try (OnnxEncoder encoder = open()) {
      TinyEncoderTest.assertAnswersAsPyTorch(encoder, FOLDER, 0.9999);
    }
  }

  @Test
  void graphsOfHalfPrecisionWithSmallIdsAnswerNearlySo() throws IOException {
    try (OnnxEncoder encoder = TinyEncoderTest.open(FOLDER, "fp16")) {
      assertEquals("ocellus/tiny-siglip:fp16", encoder.modelId());
      TinyEncoderTest.assertAnswersAsPyTorch(encoder, FOLDER, 0.999);
    }
  }
}
