package dev.ocellus.opensearch.mapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;

/**
 * Reads a vector: an array of numbers, or the base64 of its little-endian 32-bit floats, which
 * takes a quarter of the space and of the time.
 */
final class VectorReader {

  /** How far from 1 a unit vector's length may be: more than rounding to 16 bits does. */
  private static final double UNIT_TOLERANCE = 1e-3;

  private final int dimension;
  private final Similarity similarity;

  VectorReader(VectorParameters parameters) {
    this.dimension = parameters.dimension();
    this.similarity = parameters.similarity();
  }

  /**
   * @param parser at the value's first token, afterwards at its last
   * @throws IllegalArgumentException if there is no such vector, saying why
   */
  float[] read(XContentParser parser) throws IOException {
    float[] vector =
        switch (parser.currentToken()) {
          case START_ARRAY -> array(parser);
          case VALUE_STRING -> base64(parser.text());
          default -> throw new IllegalArgumentException(wanted(parser.currentToken()));
        };
    check(vector);
    return vector;
  }

  private float[] array(XContentParser parser) throws IOException {
    float[] vector = new float[dimension];
    int size = 0;
    for (Token token = parser.nextToken(); token != Token.END_ARRAY; token = parser.nextToken()) {
      if (token != Token.VALUE_NUMBER) {
        throw new IllegalArgumentException(wanted(token));
      }
      if (size < dimension) {
        vector[size] = parser.floatValue();
      }
      size++;
    }
    if (size != dimension) {
      throw new IllegalArgumentException(
          "the field has dimension %d, the vector has %d numbers".formatted(dimension, size));
    }
    return vector;
  }

  private float[] base64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a vector as text is the base64 of its floats: " + e.getMessage(), e);
    }
    if (bytes.length != dimension * Float.BYTES) {
      throw new IllegalArgumentException(
          "the field has dimension %d, which takes %d bytes, the vector has %d"
              .formatted(dimension, dimension * Float.BYTES, bytes.length));
    }
    float[] vector = new float[dimension];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }

  private void check(float[] vector) {
    double squares = 0;
    for (int i = 0; i < dimension; i++) {
      if (!Float.isFinite(vector[i])) {
        throw new IllegalArgumentException("number %d is %s".formatted(i + 1, vector[i]));
      }
      squares += (double) vector[i] * vector[i];
    }
    double length = Math.sqrt(squares);
    if (similarity == Similarity.DOT_PRODUCT && Math.abs(length - 1) > UNIT_TOLERANCE) {
      throw new IllegalArgumentException(
          "similarity [dot_product] wants vectors of length 1, this one's is %.4f; divide it by its"
                  .formatted(length)
              + " length, or take [cosine]");
    }
    if (similarity == Similarity.COSINE && length == 0) {
      throw new IllegalArgumentException("similarity [cosine] wants vectors that are not zero");
    }
  }

  private String wanted(Token instead) {
    return "a vector is an array of %d numbers or the base64 of its little-endian floats, not %s"
        .formatted(dimension, instead);
  }
}
