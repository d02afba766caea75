package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Compares an encoder with what the Python pipeline that made its model answered. */
final class Reference {

  private static final double PARITY = 0.999;

  private Reference() {}

  static void assertText(OnnxEncoder encoder, JsonNode entry) {
    String text = entry.path("text").textValue();
    assertArrayEquals(
        longs(entry.path("input_ids")), encoder.tokenIds(List.of(text))[0], "tokens of " + text);
    assertParity(entry.path("vector"), encoder.encodeText(text), text);
  }

  static void assertPhoto(OnnxEncoder encoder, JsonNode vector, byte[] file, String name) {
    float[] pixels = encoder.preprocessor().apply(new PhotoDecoder().decode(file).pixels());
    assertParity(vector, encoder.encodePhotos(List.of(pixels)).getFirst(), name);
  }

  private static void assertParity(JsonNode expected, float[] actual, String of) {
    assertTrue(expected.size() == actual.length, of + ": " + expected.size() + " dimensions");
    double dot = 0;
    double squares = 0;
    for (int i = 0; i < actual.length; i++) {
      double e = expected.path(i).doubleValue();
      dot += e * actual[i];
      squares += e * e;
    }
    double cosine = dot / Math.sqrt(squares);
    assertTrue(cosine >= PARITY, of + ": cosine " + cosine);
  }

  private static long[] longs(JsonNode node) {
    long[] values = new long[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.path(i).longValue();
    }
    return values;
  }
}
