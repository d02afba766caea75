package dev.ocellus.opensearch.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions on fields of types that embedded indexes lack, and the highlighters. */
@ExtendWith(SharedCluster.class)
class FurtherFieldsTest {

  private static final String INDEX = "ocellus-further-fields";

  private static RestClient client;

  @BeforeAll
  static void index(TestCluster cluster) {
    client = cluster.client();
    client
        .put(
            "/" + INDEX,
            """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
             "mappings": {"properties": {
              "caption": {"type": "text", "analyzer": "ocellus_english",
                          "index_options": "offsets", "term_vector": "with_positions_offsets"},
              "address": {"type": "ip"},
              "public": {"type": "boolean"},
              "seen": {"type": "date_nanos"},
              "price": {"type": "scaled_float", "scaling_factor": 100}}}}""")
        .expect(200);
    client
        .put(
            "/" + INDEX + "/_doc/bee?refresh=true",
            """
            {"caption": "A bee sits on two yellow flowers.", "address": "10.0.0.7", "public": true,
             "seen": "2020-05-01T10:00:00.123456789Z", "price": 12.34}""")
        .expect(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "address:10.0.0.7",
        "address:[10.0.0.0 TO 10.0.0.9]",
        "address:>10.0.0.1",
        "public:true",
        "seen:2020",
        "seen:>2020-04",
        "price:12.34",
        "price:[12 TO 13]"
      })
  void aConditionThatHolds(String condition) {
    assertEquals(List.of("bee"), search("bee " + condition, "unified").ids());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"address:10.0.0.8", "public:false", "seen:2021", "seen:<2020-05-01", "price:<12"})
  void aConditionThatDoesNotHold(String condition) {
    assertEquals(List.of(), search("bee " + condition, "unified").ids());
  }

  @ParameterizedTest
  @ValueSource(strings = {"unified", "plain"})
  void lemmasAreHighlighted(String highlighter) {
    assertEquals(
        "A <em>bee</em> sits on two yellow <em>flowers</em>.",
        search("flower bees", highlighter).at("/hits/hits/0/highlight/caption/0").asText());
  }

  /** It looks into the classes of Lucene's own queries only. */
  @Test
  void theFastVectorHighlighterFindsNothing() {
    RestAnswer answer = search("flower bees", "fvh");
    assertEquals(List.of("bee"), answer.ids());
    assertEquals(0, answer.at("/hits/hits/0").path("highlight").size());
  }

  private static RestAnswer search(String query, String highlighter) {
    String body =
        """
        {"query": {"ocellus": {"query": "%s"}},
         "highlight": {"type": "%s", "fields": {"caption": {}}}}"""
            .formatted(query, highlighter);
    return client.post("/" + INDEX + "/_search", body).expect(200);
  }
}
