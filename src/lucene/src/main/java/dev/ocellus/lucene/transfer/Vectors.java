package dev.ocellus.lucene.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.fusion.DataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.apache.lucene.util.VectorUtil;

/**
 * Vectors in JSON: the floats, four bytes each, the lowest first, in Base64. That is exact and a
 * third of the size of decimal numbers. An array of numbers is read as well.
 */
final class Vectors {

  /** What rounding may do to the length of a unit vector. */
  private static final float ROUNDING = 1e-3f;

  private Vectors() {}

  static String write(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * @param name of the vector in messages
   * @param dimension its length, or 0 for any
   * @throws DataException if it is no unit vector of so many dimensions
   */
  static float[] read(JsonNode node, String name, int dimension) {
    float[] vector = node.isArray() ? ofNumbers(node, name) : ofBase64(node, name);
    if (dimension > 0 && vector.length != dimension) {
      throw new DataException(
          "%s has %d dimensions, not %d".formatted(name, vector.length, dimension));
    }
    double length = Math.sqrt(VectorUtil.dotProduct(vector, vector));
    if (!(Math.abs(length - 1) <= ROUNDING)) {
      throw new DataException("%s has the length %s, not 1".formatted(name, (float) length));
    }
    return vector;
  }

  private static float[] ofNumbers(JsonNode node, String name) {
    float[] vector = new float[node.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!node.get(i).isNumber()) {
        throw new DataException(name + " has something else than numbers");
      }
      vector[i] = node.get(i).floatValue();
    }
    return vector;
  }

  private static float[] ofBase64(JsonNode node, String name) {
    byte[] bytes = bytes(node, name);
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }

  /**
   * @throws DataException if it is no Base64
   */
  static byte[] bytes(JsonNode node, String name) {
    if (!node.isTextual()) {
      throw new DataException("no " + name);
    }
    try {
      return Base64.getDecoder().decode(node.textValue());
    } catch (IllegalArgumentException e) {
      throw new DataException(name + " is no Base64", e);
    }
  }
}
