package dev.ocellus.lucene.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.search.RequestFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers have what their schema says, and nothing else. */
class SearchAnswerTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path temp;
  private static PhotoIndex index;
  private static JsonNode schema;

  @BeforeAll
  static void open() throws IOException {
    index = RequestFixture.index(temp);
    try (InputStream in = SearchAnswer.class.getResourceAsStream("search-answer.schema.json")) {
      schema = JSON.readTree(in);
    }
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  private static JsonNode answer(String request, @Nullable ContentPolicy policy)
      throws IOException {
    SearchRequest read = SearchRequestJson.read(request.replace('\'', '"'), policy);
    JsonNode answer = JSON.valueToTree(SearchAnswer.of(read, index.search(read)));
    conforms(answer, schema, "answer");
    return answer;
  }

  @Test
  void aPlainAnswerHasNoMoreThanWasAskedFor() throws IOException {
    JsonNode answer = answer("{'query': 'a cat'}", null);
    assertEquals(
        Set.of("rank", "id", "score", "parts", "caption", "path"), keys(answer.get("hits").get(0)));
    assertEquals("chelsea.jpg", answer.get("hits").get(0).get("id").asText());
  }

  @Test
  void everythingThatCanBeAskedForIsThere() throws IOException {
    JsonNode answer =
        answer(
            "{'query': 'a ginger catt (on -kitten', 'image': {'id': 'sunset.jpg'},"
                + " 'collapse': 'near_duplicates', 'facets': ['tag', 'stars'],"
                + " 'highlight': true, 'explain': true, 'suggest': true, 'fields': true}",
            ContentPolicy.named("default"));
    assertEquals(keys(schema.get("properties")), keys(answer));
    JsonNode hit = answer.get("hits").get(0);
    assertTrue(keys(hit).containsAll(Set.of("explanation", "captions", "fields")), hit.toString());
    assertEquals(2, hit.get("explanation").get("parts").size(), "a wanted and an unwanted part");
  }

  @Test
  void anAutomaticCutThatShowsNothingHasNoLeastScore() throws IOException {
    JsonNode answer = answer("{'query': 'a submarine in space', 'min_score': 'auto'}", null);
    assertTrue(answer.get("min_score").isNull(), answer.toString());
    assertEquals(0, answer.get("hits").size());
  }

  /** As far as this schema goes: types, keys, references, items. */
  private static void conforms(JsonNode value, JsonNode rule, String path) {
    if (rule.has("$ref")) {
      conforms(value, schema.at(rule.get("$ref").asText().substring(1)), path);
      return;
    }
    if (rule.has("const")) {
      assertEquals(rule.get("const").asInt(), value.asInt(), path);
      return;
    }
    JsonNode types = rule.get("type");
    List<String> allowed =
        types.isArray()
            ? Arrays.asList(JSON.convertValue(types, String[].class))
            : List.of(types.asText());
    assertTrue(allowed.stream().anyMatch(type -> is(value, type)), path + ": " + value);
    JsonNode items = rule.get("items");
    for (int i = 0; items != null && i < value.size(); i++) {
      conforms(value.get(i), items, path + "[" + i + "]");
    }
    JsonNode properties = rule.get("properties");
    if (properties != null) {
      for (String key : keys(value)) {
        assertTrue(properties.has(key), path + "." + key + " is not in the schema");
        conforms(value.get(key), properties.get(key), path + "." + key);
      }
      rule.get("required")
          .forEach(key -> assertTrue(value.has(key.asText()), path + "." + key.asText()));
    }
  }

  private static boolean is(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> throw new AssertionError("the schema has type " + type);
    };
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
