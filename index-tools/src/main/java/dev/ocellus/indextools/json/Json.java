package dev.ocellus.indextools.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** Writes this package's records. */
public final class Json {

  private Json() {}

  /** One JSON object, indented. */
  public static String write(Object answer) {
    return write(answer, true);
  }

  /** One JSON object on one line, of several that are printed one after the other. */
  public static String line(Object answer) {
    return write(answer, false);
  }

  private static String write(Object answer, boolean indented) {
    try {
      return JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .configure(SerializationFeature.INDENT_OUTPUT, indented)
          .build()
          .writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
