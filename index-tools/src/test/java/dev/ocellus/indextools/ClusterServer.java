package dev.ocellus.indextools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;

/**
 * The least of an OpenSearch with the plugin, whose documents and failures a test can see and
 * order.
 */
final class ClusterServer implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String TEMPLATE =
      """
      {"component_templates": [{"component_template": {"template": {
        "mappings": {"properties": {
          "caption": {"type": "text", "analyzer": "ocellus_english", "index_options": "offsets"},
          "image_vector": {"type": "ocellus_vector", "dimension": 384},
          "captions": {"type": "nested", "properties": {
            "vector": {"type": "ocellus_vector", "dimension": 384},
            "tokens": {"type": "ocellus_tokens", "dimension": 16}}}}}}}}]}
      """;

  /** The status of a bulk request that does not fail. */
  static final int TAKEN = 200;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private final Deque<Integer> failures = new ConcurrentLinkedDeque<>();
  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private final List<List<String>> bulks = Collections.synchronizedList(new ArrayList<>());

  /** The documents by id. */
  final Map<String, JsonNode> documents = Collections.synchronizedMap(new TreeMap<>());

  /** The index's mapping, or null as long as there is no index. */
  volatile ObjectNode mapping;

  /** What {@code GET /} says of itself. */
  volatile String root = "{\"version\": {\"distribution\": \"opensearch\", \"number\": \"3.9.0\"}}";

  /** The plugins of the nodes. */
  volatile String nodes =
      "{\"nodes\": {\"n\": {\"name\": \"n1\", \"plugins\": [{\"name\": \"ocellus\"}]}}}";

  /** The error of an operation on a document, by id and number of tries before; null for none. */
  volatile BiFunction<String, Integer, JsonNode> refusal = (id, tries) -> null;

  private final Map<String, Integer> tries = new TreeMap<>();

  /** A server by HTTP. */
  ClusterServer() throws IOException {
    this(HttpServer.create(address(), 0));
  }

  private ClusterServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A server by HTTPS. */
  static ClusterServer secure(SSLContext context) throws IOException {
    HttpsServer https = HttpsServer.create(address(), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context));
    return new ClusterServer(https);
  }

  private static InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  String url() {
    return (server instanceof HttpsServer ? "https" : "http")
        + "://localhost:"
        + server.getAddress().getPort();
  }

  String index() {
    return url() + "/photos";
  }

  /** The next bulk requests are answered by these statuses of HTTP; {@link #TAKEN} takes one. */
  void failBulks(Integer... statuses) {
    failures.addAll(List.of(statuses));
  }

  /** From now on bulk requests are taken. */
  void failNoBulks() {
    failures.clear();
  }

  /** The ids of the operations of the bulk requests that were not failed as a whole. */
  List<List<String>> bulks() {
    return bulks;
  }

  /** The values of the header Authorization that came. */
  List<String> authorizations() {
    return authorizations;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      Answer answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private record Answer(int status, String body) {}

  private static Answer ok(Object body) {
    return new Answer(200, body.toString());
  }

  private Answer answer(String method, String path, String body) throws IOException {
    String call = method + " " + path;
    if (call.startsWith("GET /photos/_doc/")) {
      String id = path.substring("/photos/_doc/".length());
      return ok(MAPPER.createObjectNode().put("_id", id).set("_source", documents.get(id)));
    }
    return switch (call) {
      case "GET /" -> ok(root);
      case "GET /_nodes/plugins" -> ok(nodes);
      case "GET /_component_template/ocellus-photos" -> ok(TEMPLATE);
      case "GET /photos/_mapping" ->
          mapping == null
              ? new Answer(404, "{\"error\": {\"reason\": \"no such index [photos]\"}}")
              : ok(MAPPER.createObjectNode().set("photos", object("mappings", mapping)));
      case "PUT /photos" -> {
        mapping = (ObjectNode) MAPPER.readTree(body).path("mappings");
        yield ok("{\"acknowledged\": true}");
      }
      case "PUT /photos/_mapping" -> {
        ObjectNode added = (ObjectNode) MAPPER.readTree(body);
        mapping.set("_meta", added.get("_meta"));
        mapping.withObject("/properties").setAll((ObjectNode) added.get("properties"));
        yield ok("{\"acknowledged\": true}");
      }
      case "POST /photos/_search" -> ok(page(true));
      case "POST /_search/scroll" -> ok(page(false));
      case "POST /photos/_bulk" -> {
        Integer status = failures.poll();
        yield status == null || status == TAKEN
            ? ok(bulk(body))
            : new Answer(status, "{\"error\": {\"reason\": \"too much to do\"}}");
      }
      case "GET /photos/_count" -> ok("{\"count\": " + documents.size() + "}");
      default -> ok("{}");
    };
  }

  private static ObjectNode object(String name, JsonNode value) {
    return MAPPER.createObjectNode().set(name, value);
  }

  private ObjectNode page(boolean first) {
    ObjectNode page = MAPPER.createObjectNode().put("_scroll_id", "scroll");
    ArrayNode hits = page.putObject("hits").putArray("hits");
    if (first) {
      documents.forEach(
          (id, source) -> {
            ObjectNode seen = source.deepCopy();
            seen.remove(List.of("image_vector", "captions"));
            hits.addObject().put("_id", id).set("_source", seen);
          });
    }
    return page;
  }

  private ObjectNode bulk(String body) throws IOException {
    Deque<String> lines = new ArrayDeque<>(body.lines().toList());
    ObjectNode answer = MAPPER.createObjectNode();
    ArrayNode items = answer.putArray("items");
    boolean errors = false;
    List<String> ids = new ArrayList<>();
    while (!lines.isEmpty()) {
      Map.Entry<String, JsonNode> action =
          MAPPER.readTree(lines.remove()).properties().iterator().next();
      String id = action.getValue().get("_id").asText();
      ids.add(id);
      JsonNode source = action.getKey().equals("index") ? MAPPER.readTree(lines.remove()) : null;
      JsonNode error = refusal.apply(id, tries.merge(id, 1, Integer::sum) - 1);
      ObjectNode item = items.addObject().putObject(action.getKey());
      if (error != null) {
        errors = true;
        item.setAll((ObjectNode) error);
      } else if (source == null) {
        documents.remove(id);
        item.put("status", 200);
      } else {
        item.put("status", documents.put(id, source) == null ? 201 : 200);
      }
    }
    bulks.add(ids);
    return answer.put("errors", errors);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
