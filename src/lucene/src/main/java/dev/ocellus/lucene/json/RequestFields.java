package dev.ocellus.lucene.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Typed access to a request's JSON object; what is of another kind is named. */
final class RequestFields {

  private final JsonNode object;
  private final String path;

  /**
   * @param keys those that it may have
   * @param path of the object in the request: "" or "image."
   */
  RequestFields(JsonNode object, Set<String> keys, String path) {
    if (!object.isObject()) {
      throw new QueryException(
          (path.isEmpty() ? "the request" : '"' + path.substring(0, path.length() - 1) + '"')
              + " must be a JSON object");
    }
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!keys.contains(name)) {
                throw new QueryException(
                    "unknown key \"%s%s\"; known: %s"
                        .formatted(path, name, String.join(", ", new TreeSet<>(keys))));
              }
            });
    this.object = object;
    this.path = path;
  }

  /** A value, or null if it is not there or null. */
  @Nullable JsonNode node(String key) {
    JsonNode value = object.get(key);
    return value == null || value.isNull() ? null : value;
  }

  @Nullable String text(String key) {
    JsonNode value = node(key);
    if (value != null && !value.isTextual()) {
      throw wrong(key, "a text");
    }
    return value == null ? null : value.asText();
  }

  String text(String key, String otherwise) {
    String text = text(key);
    return text == null ? otherwise : text;
  }

  int integer(String key, int otherwise) {
    JsonNode value = node(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(key, "a whole number");
    }
    return value.asInt();
  }

  @Nullable Double number(String key) {
    JsonNode value = node(key);
    if (value != null && !value.isNumber()) {
      throw wrong(key, "a number");
    }
    return value == null ? null : value.asDouble();
  }

  boolean flag(String key) {
    JsonNode value = node(key);
    if (value != null && !value.isBoolean()) {
      throw wrong(key, "true or false");
    }
    return value != null && value.asBoolean();
  }

  /** An array of texts, or one text alone. */
  List<String> texts(String key) {
    JsonNode value = node(key);
    if (value == null) {
      return List.of();
    }
    if (value.isTextual()) {
      return List.of(value.asText());
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      if (!item.isTextual()) {
        throw wrong(key, "an array of texts");
      }
      texts.add(item.asText());
    }
    if (!value.isArray()) {
      throw wrong(key, "an array of texts");
    }
    return texts;
  }

  @Nullable RequestFields object(String key, Set<String> keys) {
    JsonNode value = node(key);
    return value == null ? null : new RequestFields(value, keys, path + key + ".");
  }

  private QueryException wrong(String key, String kind) {
    return new QueryException("\"%s%s\" must be %s".formatted(path, key, kind));
  }
}
