package dev.ocellus.opensearch.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is told in one line with status 400, and no shard fails alone. */
@ExtendWith(SharedCluster.class)
class BadQueryTest {

  private static RestClient client;

  @BeforeAll
  static void index(TestCluster cluster) {
    client = cluster.client();
    ClusterPhotos.create(client, "bad", "\"number_of_shards\": 3, \"number_of_replicas\": 0");
    client
        .put(
            "/notes",
            """
            {"mappings": {"properties": {"text": {"type": "text"},
              "small": {"type": "ocellus_vector", "dimension": 3}}}}""")
        .expect(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'query': 'he said \\'hello', 'syntax': 'strict'}|column 9",
        "{'query': 'width:wide', 'syntax': 'strict'}|'wide' is no value of width",
        "{'query': 'nothere:1', 'syntax': 'strict'}|there is no field 'nothere'",
        "{'query': 'wid*h:', 'syntax': 'strict'}|column",
        "{'query': 'width:6*', 'syntax': 'strict'}|which no pattern matches",
        "{'query': 'taken_at:soon', 'syntax': 'strict'}|'soon' is no value of taken_at",
        "{'query': ''}|the query is empty",
        "{'query': 'dog', 'window': 0}|[window] must be from 1 to 10000, got 0",
        "{'query': 'dog', 'window': 10001}|[window] must be from 1 to 10000, got 10001",
        "{'query': 'dog', 'min_score': 2}|[min_score] must be from 0 to 1, got 2.0",
        "{'query': 'dog', 'image': {'id': 'x'}, 'image_weight': 1}|[image_weight] must be above 0",
        "{'query': 'dog', 'signal': 'sound'}|[signal] must be one of fused, image, captions, bm25",
        "{'query': 'dog', 'syntax': 'loose'}|[syntax] must be one of lenient, strict, text",
        "{'query': 'dog', 'colour': 'red'}|unknown field [colour]",
        "{'query': 'dog', 'field': 'caption'}|is of type [text], it must be of type [ocellus_vector]",
        "{'query': 'dog', 'field': 'elsewhere'}|has no field [elsewhere]",
        "{'query': 'dog', 'model': 'no/such'}|[model] is [no/such], but the vectors",
        "{'query': 'dog', 'filter': {'term': {'missing': 1}}}|[missing]",
        "{'query': 'like:\\'gone.jpg\\''}|column 7: no photo 'gone.jpg'",
        "{'image': {'id': 'gone.jpg'}}|[image]: no photo 'gone.jpg'",
        "{'image': 'not base64!'}|[image] is no base64",
        "{'image': 'aGVsbG8='}|JPEG",
        "{'image': {'path': 'x'}}|[image] takes",
        "{'query': 'say:dog', 'signal': 'image'}|can be ranked by image alone",
      })
  void isRefusedInOneLine(String query, String reason) {
    RestAnswer answer =
        client.post(
            "/bad/_search",
            "{'query': {'ocellus': %s}}"
                .formatted(query)
                .replace("\\'", "\\\"")
                .replace('\'', '"'));
    assertEquals(400, answer.status(), answer.body());
    String expected = reason.replace("'gone.jpg'", "\"gone.jpg\"");
    assertTrue(answer.reason().contains(expected), answer.reason() + "\n" + answer.body());
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    RestAnswer answer =
        client.post(
            "/notes/_search",
            "{\"query\": {\"ocellus\": {\"query\": \"dog\", \"field\": \"small\"}}}");
    assertEquals(400, answer.status(), answer.body());
    assertTrue(answer.reason().contains("makes vectors of"), answer.reason());
  }

  @Test
  void anUnknownEncoderIsNamed() {
    RestAnswer answer =
        client.post(
            "/notes/_search",
            "{\"query\": {\"ocellus\": {\"query\": \"dog\", \"field\": \"small\", \"model\": \"no/such\"}}}");
    assertEquals(400, answer.status(), answer.body());
    assertTrue(answer.reason().contains("no/such"), answer.reason());
  }

  /** One index that has no photos would fail its shards alone. */
  @Test
  void anIndexWithoutPhotosFailsTheRequestOrIsIgnored() {
    RestAnswer refused =
        client.post("/bad,notes/_search", "{\"query\": {\"ocellus\": {\"query\": \"dog\"}}}");
    assertEquals(400, refused.status(), refused.body());
    assertTrue(refused.reason().contains("index [notes] has no field [image_vector]"));
    RestAnswer ignored =
        client
            .post(
                "/bad,notes/_search",
                "{\"query\": {\"ocellus\": {\"query\": \"dog\", \"ignore_unmapped\": true}}}")
            .expect(200);
    assertEquals(0, ignored.at("/_shards/failed").asInt());
  }

  @Test
  void lenientlyTheSameIsReadAsText() {
    RestAnswer answer =
        client
            .post(
                "/bad/_search",
                "{\"query\": {\"ocellus\": {\"query\": \"he said \\\"hello width:wide no:field\"}}}")
            .expect(200);
    assertEquals(0, answer.at("/_shards/failed").asInt());
  }
}
