package dev.ocellus.opensearch.query;

import static java.util.Collections.reverseOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import dev.ocellus.server.OcellusServer;
import dev.ocellus.server.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.core.xcontent.DeprecationHandler;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.core.xcontent.XContentParser;

/** One file of requests, answered by a cluster and by a server of an index of the same photos. */
@ExtendWith(SharedCluster.class)
class RequestSuiteTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double SAME = 1e-4;

  /** Places at which both must have the same photos. */
  private static final int TOP = 10;

  private static final int ALL = DerivedPhotos.COUNT;

  private static RestClient client;
  private static OcellusServer server;
  private static RestClient served;

  @BeforeAll
  static void index(TestCluster cluster) throws IOException {
    Path embedded = DerivedPhotos.embedded();
    server =
        OcellusServer.start(ServerOptions.DEFAULT.withPort(0), () -> PhotoIndex.open(embedded));
    served = new RestClient(server.address());
    client = cluster.client();
    ClusterPhotos.create(client, "suite", "\"number_of_shards\": 3, \"number_of_replicas\": 0");
    ClusterPhotos.add(client, "suite", DerivedPhotos.all());
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static Map<String, Object> requests() throws IOException {
    try (InputStream file = RequestSuiteTest.class.getResourceAsStream("requests.yaml");
        XContentParser parser =
            XContentType.YAML
                .xContent()
                .createParser(
                    NamedXContentRegistry.EMPTY,
                    DeprecationHandler.THROW_UNSUPPORTED_OPERATION,
                    file)) {
      return parser.mapOrdered();
    }
  }

  @TestFactory
  Stream<DynamicTest> answersAlike() throws IOException {
    return requests().entrySet().stream()
        .map(
            request ->
                DynamicTest.dynamicTest(
                    request.getKey(), () -> compare(JSON.valueToTree(request.getValue()))));
  }

  private static void compare(ObjectNode request) throws IOException {
    Map<String, Double> expected = served(request);
    Map<String, Double> found = new HashMap<>();
    ObjectNode query = request.deepCopy().put("window", ALL);
    for (JsonNode hit : search(query)) {
      found.put(hit.get("_id").asText(), hit.get("_score").asDouble());
    }
    expected.forEach(
        (id, score) ->
            assertEquals(score, found.getOrDefault(id, Double.NaN), SAME, id + " of " + request));
    // Further down a cluster finds more, as each of its shards looks for as many candidates.
    double last =
        expected.values().stream()
            .sorted(reverseOrder())
            .limit(TOP)
            .reduce((a, b) -> b)
            .orElse(1.0);
    assertEquals(
        expected.values().stream().filter(score -> score > last + SAME).count(),
        found.values().stream().filter(score -> score > last + SAME).count(),
        "photos above place " + TOP + " of " + request);
  }

  private static Map<String, Double> served(ObjectNode request) throws JsonProcessingException {
    ObjectNode full = request.deepCopy().put("size", 50);
    Map<String, Double> scores = new HashMap<>();
    for (JsonNode hit :
        served.post("/api/search", JSON.writeValueAsString(full)).expect(200).at("/hits")) {
      scores.put(hit.get("id").asText(), hit.get("score").asDouble());
    }
    return scores;
  }

  private static JsonNode search(ObjectNode query) throws JsonProcessingException {
    ObjectNode body = JSON.createObjectNode().put("size", ALL).put("_source", false);
    body.putObject("query").set("ocellus", query);
    return client
        .post("/suite/_search?search_type=dfs_query_then_fetch", JSON.writeValueAsString(body))
        .expect(200)
        .at("/hits/hits");
  }
}
