package dev.ocellus.opensearch.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelId;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An encoder that an operator has put into the node's model folder. */
@ExtendWith(EncodingCluster.class)
class InstalledModelTest {

  @Test
  void anInstalledModelEncodesAndIsListed(TestCluster cluster) {
    RestClient client = cluster.client();
    RestAnswer bundled = client.post("/_ocellus/encode", body("ocellus/lite2-minilm-classes-v1"));
    RestAnswer installed = client.post("/_ocellus/encode", body(EncodingCluster.INSTALLED));
    assertEquals(
        bundled.expect(200).at("/vectors"),
        installed.expect(200).at("/vectors"),
        "it is a copy of the bundled one");
    JsonNode models = client.get("/_ocellus/models").expect(200).json().findValue("models");
    assertEquals(3, models.size());
    JsonNode model = models.get(2);
    assertEquals(EncodingCluster.INSTALLED, model.get("id").asText());
    assertEquals("installed", model.get("source").asText());
    assertTrue(model.get("loaded").asBoolean());
  }

  @Test
  void aDamagedModelIsListedWithItsProblemAndRefused(TestCluster cluster) throws IOException {
    Path config = EncodingCluster.MODELS.resolve("test/broken/config.json");
    Files.createDirectories(config.getParent());
    Files.writeString(config, "{}");
    Path intact = EncodingCluster.MODELS.resolve(EncodingCluster.INSTALLED);
    try (Stream<Path> files = Files.list(intact)) {
      Path lock =
          files.filter(file -> file.getFileName().toString().contains("lock")).findAny().get();
      String text = Files.readString(lock).replace(EncodingCluster.INSTALLED, "test/broken");
      Files.writeString(config.resolveSibling(lock.getFileName()), text);
    }
    try {
      RestClient client = cluster.client();
      RestAnswer models = client.get("/_ocellus/models").expect(200);
      JsonNode broken = models.json().findValue("models").get(2);
      assertEquals("test/broken", broken.get("id").asText(), models.body());
      assertTrue(broken.get("problem").asText().contains("config.json"), models.body());
      String reason = client.post("/_ocellus/encode", body("test/broken")).expect(400).reason();
      assertTrue(reason.contains("test/broken is damaged"), reason);
    } finally {
      new InstalledModels(EncodingCluster.MODELS).remove(ModelId.of("test/broken"));
    }
  }

  @Test
  void anUnknownModelIsAnsweredWithTheKnownOnes(TestCluster cluster) {
    RestAnswer answer = cluster.client().post("/_ocellus/encode", body("some/where")).expect(400);
    assertTrue(
        answer
            .reason()
            .contains(
                "unknown model [some/where]; known: ocellus/lite2-minilm-v3,"
                    + " ocellus/lite2-minilm-classes-v1, test/encoder; others are installed by"),
        answer.body());
  }

  @Test
  void aModelsRecordedIdentityIsItsName(TestCluster cluster) throws IOException {
    RestClient client = cluster.client();
    String document =
        "{\"pipeline\": {\"processors\": [{\"ocellus_encode\": {\"model\": \"%s\", \"ignore_missing\": true}}]}, \"docs\": [{\"_source\": {\"caption\": \"A bee.\"}}]}";
    String identity =
        client
            .post("/_ingest/pipeline/_simulate", document.formatted(EncodingCluster.INSTALLED))
            .expect(200)
            .at("/docs/0/doc/_source/model_id")
            .asText();
    assertTrue(identity.startsWith(EncodingCluster.INSTALLED + "@"), identity);
    client.post("/_ocellus/encode", body(identity)).expect(200);
    String other = EncodingCluster.INSTALLED + "@0123456789ab";
    RestAnswer answer = client.post("/_ocellus/encode", body(other)).expect(400);
    assertEquals(
        "model [%s] is not to be had: this node has [%s]".formatted(other, identity),
        answer.reason());
  }

  @Test
  void nativeCodeIsUnpackedIntoTheNodesOwnFolder(TestCluster cluster) throws IOException {
    cluster.client().post("/_ocellus/encode", body("ocellus/lite2-minilm-v3")).expect(200);
    Path data = cluster.nodes().getFirst().config().resolveSibling("data");
    try (Stream<Path> files = Files.walk(data)) {
      assertTrue(
          files.anyMatch(
              file ->
                  file.toString().contains("ocellus/native")
                      && file.getFileName().toString().contains("tokenizers.")),
          "no library below " + data);
    }
  }

  private static String body(String model) {
    return "{\"model\": \"%s\", \"texts\": [\"a bee\"]}".formatted(model);
  }
}
