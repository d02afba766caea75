package dev.ocellus.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** One of a model's JSON files, with errors that name the file and the key. */
record JsonFile(String name, JsonNode root) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a file of a model, which must be an object. */
  static JsonFile read(ModelFiles files, String name) {
    JsonFile file = readTree(files, name);
    if (!file.root.isObject()) {
      throw new ModelException(file.name + " is not a JSON object");
    }
    return file;
  }

  /** Reads a file of a model, which may be any JSON. */
  static JsonFile readTree(ModelFiles files, String name) {
    try {
      return new JsonFile(files.describe(name), JSON.readTree(files.bytes(name)));
    } catch (IOException e) {
      throw new ModelException(files.describe(name) + " is not JSON: " + firstLine(e), e);
    }
  }

  /** Reads a file that a model may lack; without it, nothing is stated. */
  static JsonFile readIfAny(ModelFiles files, String name) {
    return files.has(name)
        ? read(files, name)
        : new JsonFile(files.describe(name), JSON.createObjectNode());
  }

  /** A string at a JSON pointer, or an empty one where there is none. */
  String text(String pointer) {
    JsonNode node = root.at(pointer);
    return node.isTextual() ? node.textValue() : "";
  }

  /** A boolean, or what holds where the key is absent. */
  boolean flag(String key, boolean otherwise) {
    JsonNode node = root.path(key);
    return node.isBoolean() ? node.booleanValue() : otherwise;
  }

  /** A positive whole number at a JSON pointer, or 0 where there is none. */
  int count(String pointer) {
    JsonNode node = root.at(pointer);
    return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() > 0
        ? node.intValue()
        : 0;
  }

  /** An error about this file. */
  ModelException error(String problem) {
    return new ModelException(name + ": " + problem);
  }

  private static String firstLine(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
