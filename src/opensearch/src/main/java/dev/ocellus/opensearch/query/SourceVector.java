package dev.ocellus.opensearch.query;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A vector as documents have it: an array of numbers, or base64 of little-endian floats. */
final class SourceVector {

  private SourceVector() {}

  /** What a source has at a field's full name, or null. */
  static @Nullable Object at(@Nullable Map<String, Object> source, String field) {
    Object value = source == null ? null : source.get(field);
    for (int dot = field.indexOf('.'); value == null && dot >= 0 && source != null; ) {
      source = source.get(field.substring(0, dot)) instanceof Map<?, ?> inner ? cast(inner) : null;
      field = field.substring(dot + 1);
      value = source == null ? null : source.get(field);
      dot = field.indexOf('.');
    }
    return value;
  }

  @SuppressWarnings("unchecked") // keys of JSON objects are strings
  private static Map<String, Object> cast(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }

  static float[] read(Object value) {
    if (value instanceof List<?> numbers) {
      float[] vector = new float[numbers.size()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = ((Number) numbers.get(i)).floatValue();
      }
      return vector;
    }
    byte[] bytes = Base64.getDecoder().decode(value.toString());
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
