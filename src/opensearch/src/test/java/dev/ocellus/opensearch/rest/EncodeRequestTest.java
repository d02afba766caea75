package dev.ocellus.opensearch.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code _ocellus} answers, on a cluster of three nodes. */
@ExtendWith(SharedCluster.class)
class EncodeRequestTest {

  private static final Path PHOTOS = Path.of("..", "..", "testdata", "photos");

  @Test
  void textsGetTheVectorsThatTheyHaveElsewhere(TestCluster cluster) {
    RestAnswer answer =
        cluster
            .client()
            .post("/_ocellus/encode", "{\"texts\": [\"two dogs\", \"a castle\", \"two dogs\"]}")
            .expect(200);
    assertEquals(ModelStore.DEFAULT_MODEL, answer.at("/model").asText());
    try (Encoder encoder = new ModelStore().open(ModelStore.DEFAULT_MODEL, 1)) {
      assertEquals(encoder.dimension(), answer.at("/dimension").asInt());
      assertArrayEquals(encoder.encodeText("two dogs"), vector(answer, 0), 1e-5f);
      assertArrayEquals(encoder.encodeText("a castle"), vector(answer, 1), 1e-5f);
      assertArrayEquals(vector(answer, 0), vector(answer, 2));
    }
  }

  @Test
  void photosGetTheVectorsThatTheyHaveElsewhere(TestCluster cluster) throws IOException {
    byte[] file = Files.readAllBytes(PHOTOS.resolve("coffee.jpg"));
    RestAnswer answer =
        cluster
            .client()
            .post("/_ocellus/encode", "{\"photos\": [\"" + base64(file) + "\"]}")
            .expect(200);
    try (Encoder encoder = new ModelStore().open(ModelStore.DEFAULT_MODEL, 1)) {
      float[] pixels = encoder.preprocessor().apply(new PhotoDecoder().decode(file).pixels());
      float[] expected = encoder.encodePhotos(List.of(pixels)).getFirst();
      assertArrayEquals(expected, vector(answer, 0), 1e-5f);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                          | give either [texts] or [photos], of which neither has any
          {"texts": [], "photos": []}                 | of which neither has any
          {"texts": ["a"], "photos": ["AAAA"]}        | of which both have some
          {"texts": ["a"], "modell": "x"}             | unknown field [modell] did you mean [model]?
          {"texts": ["a"], "model": "some/where"}     | unknown model [some/where]; known: ocellus/lite2-minilm-v3, ocellus/lite2-minilm-classes-v1
          {"texts": ["a"], "model": "../../etc"}      | unknown model [../../etc]
          {"texts": ["a"], "model": "/etc"}           | unknown model [/etc]
          {"photos": ["AAAA", "no base64"]}           | photos [1] is no Base64
          {"photos": ["QUJDREVGR0g="]}                | photo [0]: not a photo
          {"photos": [""]}                            | photo [0]: empty file
          """)
  void whatCannotBeEncodedIsRefusedWithTheReason(String body, String reason, TestCluster cluster) {
    RestAnswer answer = cluster.client().post("/_ocellus/encode", body).expect(400);
    assertTrue(answer.body().contains(reason.replace("\"", "\\\"")), answer.body());
  }

  @Test
  void moreTextsThanAreEncodedAtOnceAreRefused(TestCluster cluster) {
    String texts = "\"a\",".repeat(256) + "\"a\"";
    RestAnswer answer =
        cluster.client().post("/_ocellus/encode", "{\"texts\": [" + texts + "]}").expect(400);
    assertTrue(answer.reason().contains("at most 256 texts or 64 photos at once, got 257"));
  }

  @Test
  void everyNodeTellsItsModels(TestCluster cluster) {
    cluster.client().post("/_ocellus/encode", "{\"texts\": [\"a\"]}").expect(200);
    RestAnswer answer = cluster.client().get("/_ocellus/models").expect(200);
    assertEquals(SharedCluster.NODES, answer.at("/_nodes/successful").asInt());
    boolean loaded = false;
    for (JsonNode node : answer.at("/nodes")) {
      JsonNode model = node.at("/models/0");
      assertEquals(ModelStore.DEFAULT_MODEL, model.get("id").asText(), answer.body());
      assertEquals("bundled", model.get("source").asText());
      assertTrue(model.get("dimension").asInt() > 0);
      loaded |= model.get("loaded").asBoolean();
      assertEquals(2, node.get("models").size());
    }
    assertTrue(loaded, "the node that was asked has loaded it: " + answer.body());
  }

  @Test
  void everyNodeTellsWhatItDid(TestCluster cluster) {
    String body = "{\"texts\": [\"a text that no other test encodes\"]}";
    JsonNode before = firstNode(cluster);
    cluster.client().post("/_ocellus/encode", body).expect(200);
    cluster.client().post("/_ocellus/encode", body).expect(200);
    JsonNode after = firstNode(cluster);
    assertEquals(1, more("/encoding/encoded/texts", before, after));
    assertEquals(1, more("/encoding/cache/hits", before, after));
    assertEquals(1, more("/encoding/cache/misses", before, after));
    assertEquals(1, more("/encoding/requests/count", before, after));
    assertTrue(after.at("/encoding/requests/millis/p99").asDouble() > 0, after.toString());
    assertTrue(after.at("/encoding/pool/threads").asInt() > 0, after.toString());
    assertEquals(0, after.at("/encoding/pool/queue").asInt(), after.toString());
    assertEquals(0, more("/queries/failed", before, after));
  }

  private static JsonNode firstNode(TestCluster cluster) {
    RestAnswer answer = cluster.client().get("/_ocellus/stats").expect(200);
    assertEquals(SharedCluster.NODES, answer.at("/_nodes/successful").asInt());
    for (JsonNode node : answer.at("/nodes")) {
      if (node.get("name").asText().equals("node-0")) {
        return node;
      }
    }
    throw new AssertionError(answer.body());
  }

  private static long more(String counter, JsonNode before, JsonNode after) {
    return after.at(counter).asLong() - before.at(counter).asLong();
  }

  private static float[] vector(RestAnswer answer, int number) {
    JsonNode numbers = answer.at("/vectors/" + number);
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = numbers.get(i).floatValue();
    }
    return vector;
  }

  private static String base64(byte[] file) {
    return Base64.getEncoder().encodeToString(file);
  }
}
