package dev.ocellus.opensearch.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.TestCluster;
import dev.ocellus.opensearch.encode.EncodingCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A photo through the ingest processor, found by the query, and both in the node's statistics. */
@ExtendWith(EncodingCluster.class)
class QueryStatsTest {

  private static final String QUERY =
      """
      {"query": {"bool": {"must": {"ocellus": {"query": "a striped insect on a flower"}}}}}""";

  @Test
  void whatTheProcessorEncodedIsFoundAndSearchesAreCounted(TestCluster cluster) throws IOException {
    RestClient client = cluster.client();
    client.put("/ocellus-counted", "").expect(200);
    client
        .put("/_ingest/pipeline/counted", "{\"processors\": [{\"ocellus_encode\": {}}]}")
        .expect(200);
    byte[] bee = Files.readAllBytes(EncodingCluster.PHOTOS.resolve("bee.jpg"));
    client
        .put(
            "/ocellus-counted/_doc/bee.jpg?pipeline=counted&refresh=true",
            "{\"photo\": \"%s\", \"caption\": [\"A bee.\", \"A bee on a flower.\"]}"
                .formatted(Base64.getEncoder().encodeToString(bee)))
        .expect(201);
    JsonNode before = stats(client);
    assertEquals(
        "[bee.jpg]", client.post("/ocellus-counted/_search", QUERY).expect(200).ids().toString());
    client.post("/ocellus-counted/_search", QUERY).expect(200);
    client.post("/ocellus-counted/_search", "{\"query\": {\"match_all\": {}}}").expect(200);
    JsonNode after = stats(client);
    assertEquals(2, more("/queries/count", before, after), after.toString());
    assertEquals(1, more("/encoding/encoded/texts", before, after), after.toString());
    assertEquals(1, more("/encoding/cache/hits", before, after), after.toString());
    assertTrue(after.at("/queries/millis/p99").asDouble() > 0, after.toString());
  }

  private static JsonNode stats(RestClient client) {
    return client.get("/_ocellus/stats").expect(200).json().get("nodes").iterator().next();
  }

  private static long more(String counter, JsonNode before, JsonNode after) {
    return after.at(counter).asLong() - before.at(counter).asLong();
  }
}
