package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares an encoder with what the Python pipeline that made its model answered. */
final class Reference {

  private final OnnxEncoder encoder;
  private final double parity;
  private double sum;
  private int compared;

  /**
   * @param parity least cosine of a vector and the one expected
   */
  Reference(OnnxEncoder encoder, double parity) {
    this.encoder = encoder;
    this.parity = parity;
  }

  /** Compares token ids, one by one, and vectors. */
  void assertText(JsonNode entry) {
    String text = entry.path("text").textValue();
    assertArrayEquals(
        longs(entry.path("input_ids")), encoder.tokenIds(List.of(text))[0], "tokens of " + text);
    assertVector(entry.path("vector"), encoder.encodeText(text), text);
  }

  /**
   * Compares the vector of a photo file.
   *
   * @param folder that the file is in
   */
  void assertPhoto(JsonNode entry, Path folder) throws IOException {
    String name = entry.path("file").textValue();
    byte[] file = Files.readAllBytes(folder.resolve(name));
    float[] pixels = encoder.preprocessor().apply(new PhotoDecoder().decode(file).pixels());
    assertVector(entry.path("vector"), encoder.encodePhotos(List.of(pixels)).getFirst(), name);
  }

  /** Compares a text's sentence vector, its tokens' places and their vectors. */
  void assertTokens(JsonNode entry, TextEncoding actual) {
    String text = entry.path("text").textValue();
    assertVector(entry.path("sentence"), actual.sentence(), text);
    TokenEmbeddings tokens = actual.tokens();
    assertEquals(entry.path("spans").size(), tokens.size(), text);
    for (int i = 0; i < tokens.size(); i++) {
      TokenSpan span = tokens.spans().get(i);
      long[] place = {span.start(), span.end(), span.word()};
      assertArrayEquals(longs(entry.path("spans").path(i)), place, text + ", token " + i);
      assertVector(entry.path("tokens").path(i), tokens.vectors()[i], text + ", token " + i);
    }
  }

  /** Compares the pooled features of a photo file. */
  void assertFeatures(JsonNode entry, Path folder, ImageBackbone backbone) throws IOException {
    String name = entry.path("file").textValue();
    byte[] file = Files.readAllBytes(folder.resolve(name));
    float[] pixels = backbone.preprocessor().apply(new PhotoDecoder().decode(file).pixels());
    assertVector(entry.path("pooled"), backbone.features(List.of(pixels)).getFirst(), name);
  }

  private void assertVector(JsonNode expected, float[] actual, String of) {
    assertTrue(expected.size() == actual.length, of + ": " + expected.size() + " dimensions");
    double dot = 0;
    double squares = 0;
    double actualSquares = 0;
    for (int i = 0; i < actual.length; i++) {
      double e = expected.path(i).doubleValue();
      dot += e * actual[i];
      squares += e * e;
      actualSquares += actual[i] * actual[i];
    }
    double cosine = dot / Math.sqrt(squares * actualSquares);
    assertTrue(cosine >= parity, of + ": cosine " + cosine);
    sum += cosine;
    compared++;
  }

  /** Mean cosine of the vectors compared so far. */
  double mean() {
    return sum / compared;
  }

  private static long[] longs(JsonNode node) {
    long[] values = new long[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.path(i).longValue();
    }
    return values;
  }
}
