package dev.ocellus.opensearch.mapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Field type ocellus_vector: mapping, documents, queries. */
@ExtendWith(SharedCluster.class)
class VectorFieldTest {

  private static final String MAPPING =
      """
      {"mappings": {"properties": {"v": {"type": "ocellus_vector", "dimension": 3}}}}""";

  private RestClient client;
  private String index;

  @BeforeEach
  void findCluster(TestCluster cluster, TestInfo test) {
    client = cluster.client();
    index = "/vectors-" + test.getTestMethod().orElseThrow().getName().toLowerCase() + "-";
    index += Integer.toHexString(test.getDisplayName().hashCode());
  }

  @Test
  void takesNumbersAndBase64AndKeepsTheSource() {
    client.put(index, MAPPING).expect(200);
    String base64 = base64(0.6f, 0f, -0.8f);
    bulk(
        "{\"v\": [0, 0.6, 0.8], \"other\": 1}",
        "{\"v\": \"" + base64 + "\"}",
        "{\"v\": null}",
        "{}");

    JsonNode source = client.get(index + "/_doc/0").expect(200).at("/_source");
    assertEquals("{\"v\":[0,0.6,0.8],\"other\":1}", source.toString());
    assertEquals(base64, client.get(index + "/_doc/1").at("/_source/v").asText());
    RestAnswer exists =
        client.post(
            index + "/_search", "{\"query\": {\"exists\": {\"field\": \"v\"}}, \"sort\": \"_id\"}");
    assertEquals(List.of("0", "1"), exists.expect(200).ids());
    JsonNode fetched =
        client
            .post(
                index + "/_search",
                "{\"fields\": [\"v\"], \"query\": {\"ids\": {\"values\": [\"0\"]}}}")
            .at("/hits/hits/0/fields/v");
    assertEquals("[0,0.6,0.8]", fetched.toString());
  }

  /** Every kind of bad vector, in one bulk with good ones: each fails alone, and says why. */
  @Test
  void aBadDocumentInABulkFailsAlone() {
    client.put(index, MAPPING).expect(200);
    String[] values = {
      "[1, 0, 0]",
      "[1, 0]",
      "[1, 0, 0, 0]",
      "[1, 1, 0]",
      "[[1, 0, 0], [0, 1, 0]]",
      "[\"1\", \"0\", \"0\"]",
      "[1e300, 0, 0]",
      "\"AAAA\"",
      "\"not base64!\"",
      "\"" + base64(Float.NaN, 0, 0) + "\"",
      "0.5",
      "{\"x\": 1}",
      "true",
      "[0, 1, 0]"
    };
    String[] reasons = {
      null,
      "the field has dimension 3, the vector has 2 numbers",
      "the field has dimension 3, the vector has 4 numbers",
      "similarity [dot_product] wants vectors of length 1, this one's is 1.4142; divide it by its"
          + " length, or take [cosine]",
      "a vector is an array of 3 numbers or the base64 of its little-endian floats, not START_ARRAY",
      "a vector is an array of 3 numbers or the base64 of its little-endian floats, not VALUE_STRING",
      "number 1 is Infinity",
      "the field has dimension 3, which takes 12 bytes, the vector has 3",
      "a vector as text is the base64 of its floats: Illegal base64 character 20",
      "number 1 is NaN",
      "a vector is an array of 3 numbers or the base64 of its little-endian floats, not VALUE_NUMBER",
      "a vector is an array of 3 numbers or the base64 of its little-endian floats, not START_OBJECT",
      "a vector is an array of 3 numbers or the base64 of its little-endian floats, not VALUE_BOOLEAN",
      null
    };
    String[] documents = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      documents[i] = "{\"v\": " + values[i] + "}";
    }
    JsonNode items = bulk(documents).at("/items");
    for (int i = 0; i < values.length; i++) {
      JsonNode item = items.get(i).get("index");
      if (reasons[i] == null) {
        assertEquals(201, item.get("status").asInt(), item.toString());
      } else {
        assertEquals(400, item.get("status").asInt(), item.toString());
        assertEquals("mapper_parsing_exception", item.at("/error/type").asText());
        assertEquals(
            "failed to parse field [v] of type [ocellus_vector] in document with id '" + i + "'",
            item.at("/error/reason").asText());
        assertEquals(reasons[i], item.at("/error/caused_by/reason").asText());
      }
    }
    assertEquals(2, client.get(index + "/_count").at("/count").asInt());
  }

  @Test
  void aDocumentHasOneVectorButNestedObjectsHaveOneEach() {
    client
        .put(
            index,
            """
            {"mappings": {"properties": {
              "plain": {"properties": {"v": {"type": "ocellus_vector", "dimension": 2}}},
              "nested": {"type": "nested",
                         "properties": {"v": {"type": "ocellus_vector", "dimension": 2}}}}}}""")
        .expect(200);
    JsonNode items =
        bulk(
                "{\"nested\": [{\"v\": [1, 0]}, {\"v\": [0, 1]}]}",
                "{\"plain\": [{\"v\": [1, 0]}, {\"v\": [0, 1]}]}")
            .at("/items");
    assertEquals(201, items.at("/0/index/status").asInt(), items.toString());
    assertEquals(400, items.at("/1/index/status").asInt(), items.toString());
    assertEquals(
        "a document has one value here; several go into nested objects, one each",
        items.at("/1/index/error/caused_by/reason").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|field [v] of type [ocellus_vector] has [dimension] missing, it must be from 1 to 4096",
        "{\"dimension\": -1}"
            + "|field [v] of type [ocellus_vector] has [dimension] -1, it must be from 1 to 4096",
        "{\"dimension\": 4097}"
            + "|field [v] of type [ocellus_vector] has [dimension] 4097, it must be from 1 to 4096",
        "{\"dimension\": 3, \"similarity\": \"near\"}|Unknown value [near] for field [similarity]"
            + " - accepted values are [dot_product, cosine, l2_norm, max_inner_product]",
        "{\"dimension\": 3, \"quantization\": \"3bit\"}|Unknown value [3bit] for field"
            + " [quantization] - accepted values are [8bit, 7bit, 4bit, 2bit, 1bit, none]",
        "{\"dimension\": 3, \"m\": 1}"
            + "|field [v] of type [ocellus_vector] has [m] 1, it must be from 2 to 512",
        "{\"dimension\": 3, \"ef_construction\": 8}"
            + "|field [v] of type [ocellus_vector] has [ef_construction] 8, it must be from 16 to"
            + " 3200",
        "{\"dimension\": 3, \"fields\": {\"raw\": {\"type\": \"keyword\"}}}"
            + "|field [v] of type [ocellus_vector] can have neither [fields] nor [copy_to]",
        "{\"dimension\": 3, \"wrong\": 1}"
            + "|unknown parameter [wrong] on mapper [v] of type [ocellus_vector]",
      })
  void aWrongMappingIsRefused(String parameters, String reason) {
    String field =
        parameters.replaceFirst("\\{", "{\"type\": \"ocellus_vector\", ").replace(", }", "}");
    RestAnswer answer =
        client.put(index, "{\"mappings\": {\"properties\": {\"v\": " + field + "}}}").expect(400);
    assertEquals(reason, answer.reason());
  }

  @Test
  void whatVectorsMeanIsForGoodHowTheyAreWrittenIsNot() {
    client.put(index, MAPPING).expect(200);
    client
        .put(index + "/_mapping", field("\"dimension\": 3, \"quantization\": \"1bit\", \"m\": 32"))
        .expect(200);
    JsonNode mapping = client.get(index + "/_mapping").json().iterator().next();
    assertEquals("1bit", mapping.at("/mappings/properties/v/quantization").asText());
    assertEquals(32, mapping.at("/mappings/properties/v/m").asInt());

    for (String changed :
        List.of(
            "\"dimension\": 4",
            "\"dimension\": 3, \"similarity\": \"cosine\"",
            "\"dimension\": 3, \"model\": \"another/model\"")) {
      RestAnswer answer = client.put(index + "/_mapping", field(changed)).expect(400);
      assertTrue(answer.reason().contains("Cannot update parameter ["), answer.reason());
    }
  }

  @Test
  void otherQueriesSayWhatToAskInstead() {
    client.put(index, MAPPING).expect(200);
    bulk("{\"v\": [1, 0, 0]}");
    for (String query : List.of("{\"term\": {\"v\": \"a\"}}", "{\"match\": {\"v\": \"a\"}}")) {
      RestAnswer answer = client.post(index + "/_search", "{\"query\": " + query + "}").expect(400);
      assertTrue(answer.reason().contains("search it by an [ocellus] query"), answer.body());
    }
    client.post(index + "/_search", "{\"sort\": \"v\"}").expect(400);
    client
        .post(index + "/_search", "{\"aggs\": {\"a\": {\"terms\": {\"field\": \"v\"}}}}")
        .expect(400);
    // Without a field, a query string asks all fields that have words.
    client.get(index + "/_search?q=anything").expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "cosine, '[3, 0, 0]', '[0, 0, 0]'",
    "l2_norm, '[3, 0, 0]', '[0]'",
    "max_inner_product, '[0, 0, 0]', '[0]'"
  })
  void otherSimilaritiesTakeVectorsOfAnyLength(String similarity, String good, String bad) {
    client
        .put(
            index,
            "{\"mappings\": "
                + field("\"dimension\": 3, \"similarity\": \"" + similarity + "\"")
                + "}")
        .expect(200);
    JsonNode items = bulk("{\"v\": " + good + "}", "{\"v\": " + bad + "}").at("/items");
    assertEquals(201, items.at("/0/index/status").asInt(), items.toString());
    assertEquals(400, items.at("/1/index/status").asInt(), items.toString());
  }

  @Test
  void takesAsManyDimensionsAsItSays() {
    client.put(index, "{\"mappings\": " + field("\"dimension\": 4096") + "}").expect(200);
    float[] vector = new float[4096];
    vector[4095] = 1;
    bulk("{\"v\": \"" + base64(vector) + "\"}");
    assertEquals(1, client.get(index + "/_count").at("/count").asInt());
  }

  private static String field(String parameters) {
    return "{\"properties\": {\"v\": {\"type\": \"ocellus_vector\", " + parameters + "}}}";
  }

  /** Indexes documents under the ids 0, 1, ... */
  private RestAnswer bulk(String... documents) {
    String lines =
        IntStream.range(0, documents.length)
            .mapToObj(i -> "{\"index\": {\"_id\": \"" + i + "\"}}\n" + documents[i] + "\n")
            .collect(Collectors.joining());
    return client.post(index + "/_bulk?refresh=true", lines).expect(200);
  }

  private static String base64(float... vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
