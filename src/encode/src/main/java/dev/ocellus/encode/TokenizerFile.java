package dev.ocellus.encode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingJsonFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * What stands in a {@code tokenizer.json} beside the tokenizer itself. The file has up to tens of
 * megabytes, so it is read as a stream and no further than needed.
 */
final class TokenizerFile {

  static final String FILE = "tokenizer.json";

  private static final JsonFactory JSON = new MappingJsonFactory();

  private final String name;
  private final byte[] content;

  TokenizerFile(ModelFiles files) {
    this.name = files.describe(FILE);
    this.content = files.bytes(FILE);
  }

  /** The object under a key at the top, or a missing node. */
  JsonNode block(String key) {
    try (JsonParser json = open()) {
      return find(json, key) ? json.readValueAsTree() : MissingNode.getInstance();
    } catch (IOException e) {
      throw notJson(e);
    }
  }

  /** The id of a token, special or of the vocabulary; -1 where there is no such token. */
  long id(String token) {
    for (JsonNode added : block("added_tokens")) {
      if (added.path("content").asText("").equals(token)) {
        return added.path("id").asLong(-1);
      }
    }
    try (JsonParser json = open()) {
      if (find(json, "model") && find(json, "vocab")) {
        return json.currentToken() == JsonToken.START_ARRAY
            ? unigramId(json, token)
            : find(json, token) ? json.getLongValue() : -1;
      }
      return -1;
    } catch (IOException e) {
      throw notJson(e);
    }
  }

  /** Of a list of pairs of a token and its logarithmic probability. */
  private static long unigramId(JsonParser json, String token) throws IOException {
    for (long id = 0; json.nextToken() == JsonToken.START_ARRAY; id++) {
      if (token.equals(json.nextTextValue())) {
        return id;
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        json.skipChildren();
      }
    }
    return -1;
  }

  private JsonParser open() throws IOException {
    JsonParser json = JSON.createParser(content);
    json.nextToken();
    return json;
  }

  /** Goes to the value of a key of the object that the parser is at. */
  private static boolean find(JsonParser json, String key) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(key);
      json.nextToken();
      if (found) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  private ModelException notJson(IOException e) {
    return new ModelException(name + " is not JSON: " + e.getClass().getSimpleName(), e);
  }
}
