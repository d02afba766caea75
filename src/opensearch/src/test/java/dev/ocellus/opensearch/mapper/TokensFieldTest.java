package dev.ocellus.opensearch.mapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.text.TokenVectors;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Field type ocellus_tokens. */
@ExtendWith(SharedCluster.class)
class TokensFieldTest {

  private static final String INDEX = "/tokens";

  @Test
  void takesWhatTheLibraryPacksAndRefusesTheRest(TestCluster cluster) {
    RestClient client = cluster.client();
    client
        .put(
            INDEX,
            """
            {"mappings": {"properties": {"captions": {"type": "nested", "properties":
              {"t": {"type": "ocellus_tokens", "dimension": 2}}}}}}""")
        .expect(200);
    TokenVectors tokens = TokenVectors.of(new float[][] {{1, 0}, {0, 1}}, new float[] {1, 0.5f});
    String packed = base64(tokens.toBytes());
    String none = base64(TokenVectors.of(new float[0][], new float[0]).toBytes());
    String[] values = {
      quoted(packed),
      quoted(none),
      "null",
      quoted(base64(new BytesRef(new byte[] {2, 1, 1, 0}))),
      "7"
    };
    StringBuilder bulk = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      bulk.append("{\"index\": {\"_id\": \"%d\"}}\n".formatted(i))
          .append("{\"captions\": [{\"t\": %s}]}\n".formatted(values[i]));
    }
    JsonNode items = client.post(INDEX + "/_bulk?refresh=true", bulk.toString()).at("/items");
    assertEquals(
        List.of(201, 201, 201, 400, 400),
        items.findValues("status").stream().map(JsonNode::asInt).toList(),
        items.toString());
    assertEquals(
        "2 tokens of dimension 2 take 7 bytes, these are 4",
        items.at("/3/index/error/caused_by/reason").asText());
    assertEquals(
        "tokens' vectors are the base64 of their bytes, not VALUE_NUMBER",
        items.at("/4/index/error/caused_by/reason").asText());

    assertEquals(packed, client.get(INDEX + "/_doc/0").at("/_source/captions/0/t").asText());
    RestAnswer exists = search(client, "{\"exists\": {\"field\": \"captions.t\"}}").expect(200);
    assertEquals(List.of("0", "1"), exists.ids().stream().sorted().toList());
    RestAnswer term = search(client, "{\"term\": {\"captions.t\": \"x\"}}").expect(400);
    assertTrue(term.reason().contains("an [ocellus] query reads them"), term.body());
  }

  private static RestAnswer search(RestClient client, String query) {
    return client.post(
        INDEX + "/_search",
        "{\"query\": {\"nested\": {\"path\": \"captions\", \"query\": " + query + "}}}");
  }

  private static String base64(BytesRef bytes) {
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
