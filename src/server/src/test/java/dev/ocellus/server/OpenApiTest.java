package dev.ocellus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.server.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The OpenAPI document says what the running server does: every path is asked with every parameter,
 * every status that a path is said to answer with is made to come, and every answer in JSON is
 * checked by the schema of its status.
 */
class OpenApiTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TOKEN = "correct-horse-battery-staple";

  @TempDir static Path temp;

  private static OcellusServer server;
  private static Client client;
  private static JsonNode document;
  private static final Set<String> seen = new TreeSet<>();

  @BeforeAll
  static void start() throws Exception {
    server = ServedPhotos.serve(ServerOptions.DEFAULT);
    client = new Client(server);
    document = client.get("/api/openapi.json").json();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void theDocumentIsWhole() {
    assertEquals("3.1.0", document.get("openapi").asText());
    List<String> broken = new ArrayList<>();
    document.findValues("$ref").stream()
        .map(JsonNode::asText)
        .filter(ref -> document.at(ref.substring(1)).isMissingNode())
        .forEach(broken::add);
    assertEquals(List.of(), broken);
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        assertTrue(operation.get("responses").has("200"));
        assertTrue(operation.has("operationId"));
      }
    }
  }

  /** Each parameter by itself, with its example or a value of its schema. */
  @Test
  void everyParameterOfEveryPathIsTaken() throws Exception {
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      List<String> needed = new ArrayList<>();
      List<String> queries = new ArrayList<>();
      for (JsonNode given : get.path("parameters")) {
        JsonNode parameter = resolved(given);
        if (parameter.get("in").asText().equals("query")) {
          String query = parameter.get("name").asText() + "=" + Client.escape(value(parameter));
          (parameter.path("required").asBoolean() ? needed : queries).add(query);
        }
      }
      queries.add("");
      for (String query : queries) {
        List<String> all = new ArrayList<>(needed);
        if (!query.isEmpty()) {
          all.add(query);
        }
        if (path.getKey().equals("/api/search") && !query.startsWith("q=")) {
          all.add("q=animal");
        }
        String target = path.getKey().replace("{id}", "owl.jpg") + "?" + String.join("&", all);
        check("get", path.getKey(), client.get(target), 200);
      }
      check(
          "get",
          path.getKey(),
          client.get(path.getKey().replace("{id}", "owl.jpg") + "?nonsense=1"),
          400);
    }
  }

  private static String value(JsonNode parameter) throws Exception {
    JsonNode example = parameter.get("example");
    JsonNode schema = parameter.get("schema");
    if (example != null) {
      return example.isArray() ? example.get(0).asText() : example.asText();
    }
    for (String key : List.of("default", "const")) {
      if (schema.has(key)) {
        return schema.get(key).asText();
      }
    }
    assertEquals("after", parameter.get("name").asText(), "a parameter without an example");
    return client.get("/api/search?q=animal&size=1").json().get("next").asText();
  }

  @Test
  void everyStatusComesWithItsBody() throws Exception {
    Set<String> said = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            keys(operation.getValue().get("responses"))
                                .forEach(
                                    status ->
                                        said.add(
                                            operation.getKey()
                                                + " "
                                                + path.getKey()
                                                + " "
                                                + status))));
    plainAnswers();
    refusals();
    gone();
    hidden();
    said.removeAll(seen);
    // A server that fails cannot be made to from outside; ProblemsTest shows what it would say.
    said.removeIf(status -> status.endsWith(" 500"));
    assertEquals(Set.of(), said);
  }

  private static String target(String path) {
    return switch (path) {
      case "/api/search" -> "/api/search?q=cat";
      case "/api/suggest" -> "/api/suggest?q=c";
      case "/api/facets" -> "/api/facets?field=tag";
      default -> path.replace("{id}", "owl.jpg");
    };
  }

  private static void plainAnswers() throws Exception {
    for (String path : keys(document.get("paths"))) {
      check("get", path, client.get(target(path)), 200);
      check("get", path, client.get(target(path).replaceAll("\\?.*", "") + "?x=1"), 400);
      check("get", path, client.get(target(path), "Accept", "application/xml"), 406);
      if (path.contains("{id}")) {
        check("get", path, client.get(path.replace("{id}", "none.jpg")), 404);
      }
    }
    check(
        "post",
        "/api/search",
        client.post("/api/search", "{'query': 'cat', 'explain': true}"),
        200);
    byte[] owl = Files.readAllBytes(ServedPhotos.ALL.resolve("owl.jpg"));
    check("post", "/api/search", client.post("/api/search?fields=true", "image/jpeg", owl), 200);
    check("post", "/api/search", client.post("/api/search", "{"), 400);
    String image = "/api/photos/owl.jpg/image";
    String thumbnail = "/api/photos/owl.jpg/thumbnail";
    check("get", "/api/photos/{id}/image", client.get(image, "Range", "bytes=0-9"), 206);
    check("get", "/api/photos/{id}/image", client.get(image, "Range", "bytes=999999999-"), 416);
    for (String file : List.of(image, thumbnail)) {
      String etag = client.get(file).header("ETag");
      check("get", file.replace("owl.jpg", "{id}"), client.get(file, "If-None-Match", etag), 304);
    }
  }

  private static void refusals() throws Exception {
    check("post", "/api/search", client.post("/api/search", "text/plain", new byte[1]), 415);
    check(
        "post",
        "/api/search",
        client.send(
            "POST",
            "/api/search",
            "{\"query\": \"cat\"}".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json",
            "Accept",
            "text/html"),
        406);
    ServerLimits small =
        ServerLimits.DEFAULT
            .withSizes(1000, 2000)
            .withTimeouts(Duration.ofSeconds(20), Duration.ofMillis(300), Duration.ZERO);
    try (OcellusServer limited = ServedPhotos.serve(ServerOptions.DEFAULT.withLimits(small));
        Wire wire = new Wire(limited)) {
      check(
          "post",
          "/api/search",
          new Client(limited).post("/api/search", "image/jpeg", new byte[3000]),
          413);
      String late =
          wire.send(
                  "POST /api/search HTTP/1.1\nHost: localhost\nContent-Type: application/json\n"
                      + "Content-Length: 100\n\n{")
              .rest();
      assertTrue(late.startsWith("HTTP/1.1 408 "), late);
      validate(JSON.readTree(late.substring(late.indexOf("\r\n\r\n"))), "Problem");
      seen.add("post /api/search 408");
    }
    try (OcellusServer closed = ServedPhotos.serve(ServerOptions.DEFAULT.withToken(TOKEN))) {
      Client stranger = new Client(closed);
      for (String path : keys(document.get("paths"))) {
        check("get", path, stranger.get(target(path)), 401);
      }
      check("post", "/api/search", stranger.post("/api/search", "{}"), 401);
    }
    for (String path : keys(document.get("paths"))) {
      for (String method : keys(document.get("paths").get(path))) {
        try (Wire wire = new Wire(server)) {
          String answer =
              wire.send(
                      "%s %s HTTP/1.1\nHost: evil.example\nContent-Length: 0\nConnection: close\n\n"
                          .formatted(method.toUpperCase(Locale.ROOT), target(path)))
                  .rest();
          assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
          seen.add(method + " " + path + " 421");
        }
      }
    }
  }

  /** A server whose index is gone. */
  private static void gone() throws Exception {
    Path photos = ServedPhotos.copy(temp.resolve("photos"), "owl.jpg");
    Path index = ServedPhotos.index(photos, temp.resolve("index"));
    try (OcellusServer own = ServedPhotos.serve(ServerOptions.DEFAULT, index)) {
      ServedPhotos.delete(index);
      Client asks = new Client(own);
      for (String path : keys(document.get("paths"))) {
        if (!path.equals("/metrics") && !path.equals("/api/openapi.json")) {
          Answer answer = asks.get(target(path));
          check("get", path, answer, 503);
          assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
        }
      }
      check("post", "/api/search", asks.post("/api/search", "{'query': 'cat'}"), 503);
    }
  }

  private static void hidden() throws Exception {
    Path photos = ServedPhotos.copy(temp.resolve("marked"), "cow.jpg");
    ContentPolicy policy = ContentPolicy.named("default");
    Path index = temp.resolve("marked-index");
    ServedPhotos.index(photos, index, true, "image,caption", "cow.jpg,A child plays");
    try (OcellusServer own = ServedPhotos.serve(ServerOptions.DEFAULT.withPolicy(policy), index)) {
      Client asks = new Client(own);
      for (String path : keys(document.get("paths"))) {
        if (path.contains("{id}")) {
          check("get", path, asks.get(path.replace("{id}", "cow.jpg")), 403);
        }
      }
      check("get", "/api/search", asks.get("/api/search?q=a+child"), 200);
      check("get", "/api/facets", asks.get("/api/facets?q=a+child&field=tag"), 200);
      check("get", "/api/info", asks.get("/api/info"), 200);
      check("get", "/api/photos/{id}", asks.get("/api/photos/cow.jpg?show_marked=true"), 200);
    }
  }

  private static void check(String method, String path, Answer answer, int status)
      throws Exception {
    assertEquals(status, answer.status(), path + " " + answer);
    JsonNode operation = document.get("paths").get(path).get(method);
    JsonNode response = resolved(operation.get("responses").path(Integer.toString(status)));
    assertTrue(response.has("description"), method + " " + path + " has no " + status);
    keys(response.path("headers"))
        .forEach(name -> assertTrue(!answer.header(name).isEmpty(), path + " lacks " + name));
    String mediaType = answer.header("Content-Type").replaceAll(";.*", "");
    JsonNode content = response.path("content");
    if (!content.isMissingNode()) {
      String family = mediaType.replaceAll("/.*", "/*");
      JsonNode body = content.has(mediaType) ? content.get(mediaType) : content.get(family);
      assertTrue(body != null, path + " " + status + " is said to be no " + mediaType);
      if (mediaType.endsWith("json")) {
        validate(JSON.readTree(answer.bytes()), body.get("schema"));
      }
    }
    seen.add(method + " " + path + " " + status);
  }

  private static void validate(JsonNode value, String schema) {
    validate(value, JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema));
  }

  /** By a schema that stands where its references lead. */
  private static void validate(JsonNode value, JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", document.get("components"));
    whole.setAll((ObjectNode) schema);
    Schema rules =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(whole.toString(), InputFormat.JSON);
    List<Error> errors = rules.validate(value.toString(), InputFormat.JSON);
    assertTrue(errors.isEmpty(), errors + "\n" + value);
  }
}
