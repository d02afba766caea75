package dev.ocellus.lucene.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lines of JSON as objects. */
final class ExportJson {

  /** Decimal numbers are kept as they stand, so that a float stays the same float. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private ExportJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] write(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws DataException if the line is no JSON object
   */
  static JsonNode read(byte[] line) {
    JsonNode node;
    try {
      node = MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new DataException("no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) { // No reading from memory fails, but for bytes that are no text.
      throw new DataException("no JSON: " + e.getMessage(), e);
    }
    if (node == null || !node.isObject()) {
      throw new DataException("no JSON object");
    }
    return node;
  }

  /**
   * @throws DataException if there is no such text
   */
  static String text(JsonNode object, String key) {
    JsonNode node = object.path(key);
    if (!node.isTextual()) {
      throw new DataException("no " + key);
    }
    return node.textValue();
  }

  /**
   * @throws DataException if there is no such number in the range of positive ints
   */
  static int count(JsonNode object, String key) {
    JsonNode node = object.path(key);
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
      throw new DataException(node.isMissingNode() ? "no " + key : key + " is no positive number");
    }
    return node.intValue();
  }
}
