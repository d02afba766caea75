package dev.ocellus.opensearch.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.opensearch.cluster.Poll;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The templates that the plugin puts into a cluster. */
@ExtendWith(SharedCluster.class)
class PhotoTemplatesTest {

  @Test
  void oneCallMakesAnIndexOfPhotos(TestCluster cluster) {
    RestClient client = cluster.client();
    client.put("/ocellus-template", "").expect(200);
    JsonNode fields =
        client.get("/ocellus-template/_mapping").at("/ocellus-template/mappings/properties");
    assertEquals("ocellus_english", fields.at("/caption/analyzer").asText());
    assertEquals("offsets", fields.at("/caption/index_options").asText());
    assertEquals(896, fields.at("/image_vector/dimension").asInt());
    assertEquals(ModelStore.DEFAULT_MODEL, fields.at("/image_vector/model").asText());
    assertEquals("nested", fields.at("/captions/type").asText());
    assertEquals("ocellus_tokens", fields.at("/captions/properties/tokens/type").asText());
    client
        .put(
            "/ocellus-template/_doc/a.jpg?refresh=true",
            """
            {"caption": ["Two geese"], "image_hubness": 0.5, "tag": ["birds"], "width": 640,
             "taken_at": "2024-05-01T10:00:00Z", "year": 2024, "captions": [{"subjects": 3}]}""")
        .expect(201);
    assertEquals(List.of("a.jpg"), client.get("/ocellus-template/_search?q=caption:goose").ids());
  }

  @Test
  void anOperatorChoosesShardsNamesAndLanguages(TestCluster cluster) {
    RestClient client = cluster.client();
    client.put("/ocellus-sharded", "{\"settings\": {\"number_of_shards\": 2}}").expect(200);
    assertEquals(
        "2",
        client
            .get("/ocellus-sharded/_settings")
            .at("/ocellus-sharded/settings/index/number_of_shards")
            .asText());

    client
        .put(
            "/_index_template/gallery",
            """
            {"index_patterns": ["gallery-*"], "composed_of": ["ocellus-photos"], "template": {
              "settings": {"number_of_shards": 3},
              "mappings": {"properties": {"caption": {"type": "text",
                "analyzer": "ocellus_russian", "index_options": "offsets"}}}}}""")
        .expect(200);
    client.put("/gallery-1", "").expect(200);
    JsonNode index = client.get("/gallery-1").at("/gallery-1");
    assertEquals("3", index.at("/settings/index/number_of_shards").asText());
    assertEquals("ocellus_russian", index.at("/mappings/properties/caption/analyzer").asText());
    assertEquals("ocellus_vector", index.at("/mappings/properties/image_vector/type").asText());
  }

  /** An operator's own stays; a deleted one comes back with the next change of the cluster. */
  @Test
  void anOwnTemplateOfThatNameStays(TestCluster cluster) {
    RestClient client = cluster.client();
    String own = "{\"index_patterns\": [\"ocellus-*\"], \"composed_of\": [\"ocellus-photos\"]}";
    client.put("/_index_template/ocellus", own).expect(200);
    client.put("/_index_template/unrelated", "{\"index_patterns\": [\"u-*\"]}").expect(200);
    JsonNode there = template(client);
    assertEquals(false, there.has("version"), there.toString());

    client.delete("/_index_template/ocellus").expect(200);
    Poll.until(
        Duration.ofSeconds(30),
        () -> client.answers("/_index_template/ocellus"),
        () -> "the template did not come back");
    assertEquals(1, template(client).get("version").asInt());
  }

  private static JsonNode template(RestClient client) {
    return client.get("/_index_template/ocellus").at("/index_templates/0/index_template");
  }
}
