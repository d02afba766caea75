package dev.ocellus.fusion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Typed access to a JSON object; whatever is missing or of another kind is named by its path. */
final class JsonFields {
  private final JsonNode node;
  private final String path;

  /**
   * @param path of this object inside the file: "" or "regimes[0]."
   */
  JsonFields(JsonNode node, String path) {
    if (!node.isObject()) {
      String name = path.isEmpty() ? "the file" : "'" + path.substring(0, path.length() - 1) + "'";
      throw new DataException(name + " must be a JSON object");
    }
    this.node = node;
    this.path = path;
  }

  JsonNode node() {
    return node;
  }

  String text(String key) {
    return want(key, node.path(key).isTextual(), "a text").asText();
  }

  void expect(String key, String value) {
    String found = text(key);
    if (!found.equals(value)) {
      throw new DataException(
          "'%s%s' is '%s'; this program reads '%s'".formatted(path, key, found, value));
    }
  }

  int integer(String key) {
    return want(key, node.path(key).canConvertToInt() && isWhole(key), "a whole number").asInt();
  }

  long count(String key) {
    return want(key, node.path(key).canConvertToLong() && isWhole(key), "a whole number").asLong();
  }

  private boolean isWhole(String key) {
    return node.path(key).isIntegralNumber();
  }

  double number(String key) {
    return want(key, isFinite(node.path(key)), "a finite number").asDouble();
  }

  double[] numbers(String key) {
    JsonNode array = array(key);
    for (int i = 0; i < array.size(); i++) {
      if (!isFinite(array.get(i))) {
        throw new DataException("'%s%s[%d]' must be a finite number".formatted(path, key, i));
      }
    }
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  List<Feature> features(String key) {
    List<Feature> features = new ArrayList<>();
    for (JsonNode item : array(key)) {
      features.add(Feature.ofKey(item.asText()));
    }
    return features;
  }

  List<JsonFields> objects(String key) {
    JsonNode array = array(key);
    List<JsonFields> objects = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      objects.add(new JsonFields(array.get(i), path + key + "[" + i + "]."));
    }
    return objects;
  }

  JsonFields object(String key) {
    return new JsonFields(want(key, node.path(key).isObject(), "an object"), path + key + ".");
  }

  private JsonNode array(String key) {
    return want(key, node.path(key).isArray(), "a list");
  }

  private static boolean isFinite(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.asDouble());
  }

  private JsonNode want(String key, boolean ok, String kind) {
    if (!ok) {
      String reason = node.has(key) ? " must be " + kind : " is missing; it must be " + kind;
      throw new DataException("'" + path + key + "'" + reason);
    }
    return node.path(key);
  }
}
