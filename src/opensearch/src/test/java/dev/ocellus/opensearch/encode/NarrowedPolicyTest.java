package dev.ocellus.opensearch.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.FolderImport;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelId;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node on which the operator has narrowed the plugin's policy to one of two folders of photos:
 * its Java agent refuses the other, and the folder of models.
 */
class NarrowedPolicyTest {

  @TempDir static Path temp;

  private static TestCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    Path granted = photos("granted");
    Path refused = photos("refused");
    Path models = temp.resolve("models");
    Path bundled = Path.of("..", "..", "models", "lite2-minilm-classes-v1");
    FolderImport.add(new InstalledModels(models), ModelId.of("test/encoder"), bundled, null);
    cluster =
        TestCluster.start(
            "policy",
            1,
            Map.of(
                "ocellus.ingest.photo_root",
                granted + "," + refused,
                "ocellus.models.path",
                models.toString()),
            List.of(),
            home -> narrow(home.resolve("plugins/ocellus/plugin-security.policy"), granted));
  }

  private static Path photos(String folder) throws IOException {
    Path photos = Files.createDirectories(temp.resolve(folder)).toRealPath();
    Files.copy(EncodingCluster.PHOTOS.resolve("bee.jpg"), photos.resolve(folder + ".jpg"));
    return photos;
  }

  private static void narrow(Path policy, Path folder) {
    try {
      String all = Files.readString(policy);
      String narrowed = all.replace("<<ALL FILES>>", folder + "/-");
      assertTrue(narrowed.contains(folder + "/-\", \"read"), all);
      Files.writeString(policy, narrowed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void photosAreReadWhereThePolicyGrantsItOnly() {
    RestAnswer read = encode("granted.jpg");
    assertEquals(896 * 4 * 4 / 3, read.at("/docs/0/doc/_source/image_vector").asText().length(), 4);
    RestAnswer refused = encode("refused.jpg");
    assertEquals(
        "photo [refused.jpg] may not be read: the plugin's policy on this node does not grant it",
        refused.at("/docs/0/error/reason").asText());
    assertEquals(
        "illegal_argument_exception", refused.at("/docs/0/error/type").asText(), refused.body());
  }

  @Test
  void bundledEncodersNeedNoPermission() {
    client()
        .post(
            "/_ocellus/encode", "{\"texts\": [\"a bee\"], \"model\": \"ocellus/lite2-minilm-v3\"}")
        .expect(200);
  }

  @Test
  void aModelFolderThatIsNotGrantedIsNamed() {
    RestAnswer answer =
        client().post("/_ocellus/encode", "{\"texts\": [\"a bee\"], \"model\": \"test/encoder\"}");
    assertEquals(
        "the plugin's policy on this node does not grant it: Denied OPEN (read) access to file: "
            + temp.resolve("models/test/encoder/ocellus.lock.json"),
        answer.expect(400).reason());
  }

  private static RestAnswer encode(String path) {
    String body =
        """
        {"pipeline": {"processors": [{"ocellus_encode": {"path_field": "path"}}]},
         "docs": [{"_source": {"path": "%s"}}]}"""
            .formatted(path);
    return client().post("/_ingest/pipeline/_simulate", body).expect(200);
  }

  private static RestClient client() {
    return cluster.client();
  }
}
