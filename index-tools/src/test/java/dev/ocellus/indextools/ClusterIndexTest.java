package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code index --to}, against a server that can fail as a cluster does. */
@Timeout(120)
class ClusterIndexTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir Path temp;
  private ClusterServer cluster;
  private Path photos;

  @BeforeEach
  void start() throws IOException {
    cluster = new ClusterServer();
    photos = TestPhotos.copy(5, temp.resolve("photos"));
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Object[] arguments(Object... more) {
    var all = new ArrayList<Object>();
    all.addAll(List.of("index", "--json", "--photos", photos, "--to", cluster.index()));
    if (!List.of(more).contains("--model")) {
      all.addAll(List.of("--model", TestPhotos.TINY_CLIP));
    }
    all.addAll(List.of(more));
    return all.toArray();
  }

  private JsonNode index(Object... more) {
    return Cli.run(arguments(more)).json();
  }

  private static String name(int photo) throws IOException {
    return TestPhotos.photos().get(photo).getFileName().toString();
  }

  private Path table(String... rows) throws IOException {
    return Files.writeString(
        temp.resolve("captions.csv"), "image,caption,tag,stars,seen\n" + String.join("\n", rows));
  }

  @Test
  void aPhotoHasAllThatTheEmbeddedIndexHas() throws IOException {
    Path table =
        table(
            name(0) + ",A bridge over a river,holiday,4,2020-05-17",
            name(0) + ",Two dogs on a bridge,,,",
            name(1) + ",A cat,,5,");
    String model = "ocellus/lite2-minilm-v3";
    var report = index("--captions", table, "--model", model);
    assertEquals(5, report.get("added").asInt());
    assertEquals(5, report.get("photos").asInt());
    assertEquals(0, report.get("rejected").asInt());

    Path embedded = temp.resolve("index");
    Path export = temp.resolve("export.jsonl");
    Cli.run("index", "--json", "--photos", photos, "--index", embedded, "--captions", table).json();
    assertEquals(0, Cli.run("export", "--index", embedded, "--out", export).status());
    List<String> lines = Files.readAllLines(export);
    for (String line : lines.subList(1, lines.size())) {
      assertSame(MAPPER.readTree(line), model);
    }
    assertEquals(5, lines.size() - 1);
    JsonNode properties = cluster.mapping.get("properties");
    assertEquals("long", properties.at("/stars/type").asText());
    assertEquals("date", properties.at("/seen/type").asText());
    assertEquals(896, properties.at("/image_vector/dimension").asInt());
    assertEquals(384, properties.at("/captions/properties/vector/dimension").asInt());
    assertEquals(64, properties.at("/captions/properties/tokens/dimension").asInt());
    assertEquals(model, properties.at("/captions/properties/vector/model").asText());
  }

  private void assertSame(JsonNode exported, String model) {
    JsonNode source = cluster.documents.get(exported.get("id").asText());
    assertNotNull(source, exported.get("id").asText());
    assertEquals(exported.get("sha256"), source.get("content_sha256"));
    assertEquals(exported.get("captions"), source.get("caption"));
    assertEquals(exported.get("image_vector"), source.get("image_vector"));
    assertEquals(exported.get("image_hubness"), source.get("image_hubness"));
    assertEquals(exported.get("width"), source.get("width"));
    assertEquals(exported.get("height"), source.get("height"));
    assertEquals(
        Long.parseUnsignedLong(exported.get("perceptual_hash").asText(), 16),
        source.get("perceptual_hash").asLong());
    assertEquals(exported.path("taken_at"), source.path("taken_at"));
    assertEquals(exported.at("/fields/stars"), source.path("stars"));
    assertEquals(exported.at("/fields/seen"), source.path("seen"));
    assertEquals(exported.get("tags").path(0), source.path("tag").path(0));
    assertEquals(model, source.get("model_id").asText());
    JsonNode captions = source.get("captions");
    assertEquals(exported.get("captions").size(), captions.size());
    for (int i = 0; i < captions.size(); i++) {
      assertEquals(exported.at("/caption_vectors/" + i), captions.get(i).get("vector"));
      assertEquals(exported.at("/caption_tokens/" + i), captions.get(i).get("tokens"));
      assertEquals(exported.at("/caption_subjects/" + i), captions.get(i).get("subjects"));
    }
  }

  @Test
  void aSecondRunSendsNothing() throws IOException {
    Path table = table(name(0) + ",A bridge,holiday,4,2020-05-17");
    index("--captions", table);
    int requests = cluster.bulks().size();
    var again = index("--captions", table);
    assertEquals(5, again.get("unchanged").asInt());
    assertEquals(requests, cluster.bulks().size());
    var withoutTable = index();
    assertEquals(5, withoutTable.get("unchanged").asInt());
    assertEquals(requests, cluster.bulks().size());
  }

  @Test
  void onlyWhatChangedIsSent() throws IOException {
    index("--captions", table(name(0) + ",A bridge,,,", name(1) + ",A cat,,,"));
    String vector = cluster.documents.get(name(1)).get("image_vector").asText();
    Files.delete(photos.resolve(name(4)));
    Files.move(photos.resolve(name(3)), photos.resolve("renamed.jpg"));
    cluster.bulks().clear();
    var report = index("--captions", table(name(0) + ",A bridge,,,", name(1) + ",A dog,,,"));
    assertEquals(1, report.get("changed").asInt());
    assertEquals(1, report.get("renamed").asInt());
    assertEquals(1, report.get("removed").asInt());
    assertEquals(4, report.get("photos").asInt());
    assertEquals(
        Set.of(name(1), name(3), name(4), "renamed.jpg"),
        Set.copyOf(cluster.bulks().stream().flatMap(List::stream).toList()));
    assertEquals("A dog", cluster.documents.get(name(1)).at("/caption/0").asText());
    assertEquals(vector, cluster.documents.get(name(1)).get("image_vector").asText());
    assertFalse(cluster.documents.containsKey(name(3)));
  }

  @Test
  void aPolicyMarksPhotosAndStaysTheIndexs() throws IOException {
    Path table = table(name(0) + ",A bridge,,,");
    index("--captions", table, "--policy", "default");
    JsonNode record = cluster.mapping.at("/_meta/ocellus_index");
    assertEquals("true", record.get("policy_complete").asText());
    index("--captions", table);
    assertTrue(cluster.mapping.at("/_meta/ocellus_index").has("policy"));
    index("--captions", table, "--policy", "none");
    assertFalse(cluster.mapping.at("/_meta/ocellus_index").has("policy"));
  }

  @Test
  void aClusterWithTooMuchToDoIsAskedAgain() throws IOException {
    cluster.failBulks(429, 503, 429);
    cluster.refusal =
        (id, tries) ->
            tries < 2
                ? error(tries == 0 ? 429 : 503, "es_rejected_execution_exception", "queue is full")
                : null;
    var result = Cli.run(arguments());
    assertEquals(5, result.json().get("photos").asInt());
    assertEquals(0, result.json().get("rejected").asInt());
    List<String> waits = result.err().lines().filter(l -> l.contains("trying again in")).toList();
    assertTrue(waits.size() >= 5, result.err());
    assertTrue(waits.getFirst().contains("HTTP status 429, too much to do"), result.err());
    assertTrue(waits.getLast().contains("queue is full"), result.err());
  }

  @Test
  void aRefusedPhotoIsNamedAndTheOthersGoOn() throws IOException {
    String bad = name(2);
    cluster.refusal =
        (id, tries) ->
            id.equals(bad)
                ? error(400, "mapper_parsing_exception", "failed to parse field [stars]")
                : null;
    var result = Cli.run(arguments());
    assertEquals(1, result.status());
    assertEquals(
        bad + ": refused by the cluster: failed to parse field [stars]", result.err().strip());
    var report = MAPPER.readTree(result.out());
    assertEquals(1, report.get("rejected").asInt());
    assertEquals(4, report.get("photos").asInt());
    cluster.refusal = (id, tries) -> null;
    assertEquals(1, index().get("added").asInt());
  }

  private static JsonNode error(int status, String type, String reason) {
    var item = MAPPER.createObjectNode().put("status", status);
    item.putObject("error").put("type", type).put("reason", reason);
    return item;
  }

  @Test
  void aRequestThatIsTooLargeIsHalved() throws IOException {
    cluster.failBulks(413, 413);
    assertEquals(5, index().get("photos").asInt());
    assertEquals(5, cluster.documents.size());
  }

  @Test
  void itGivesUpInTimeAndTheNextRunGoesOn() throws IOException {
    cluster.failBulks(503, 503, 503, 503, 503, 503, 503, 503);
    var result = Cli.run(arguments("--patience", 1));
    assertEquals(1, result.status());
    String last = result.err().lines().toList().getLast();
    assertTrue(last.startsWith("ocellus: " + cluster.url() + ": HTTP status 503"), last);
    assertTrue(last.endsWith("the same command goes on from there"), last);
    assertEquals(5, index().get("photos").asInt());
  }

  @Test
  void killedItGoesOnWithWhatIsMissing() throws Exception {
    int all = 5 + 40;
    TestPhotos.many(40, photos);
    // All may come in one request; of that, half is taken, and then no more.
    cluster.failBulks(413, ClusterServer.TAKEN);
    cluster.failBulks(Collections.nCopies(1000, 503).toArray(Integer[]::new));
    var process =
        Cli.process(arguments("--batch-size", 1, "--threads", 1))
            .redirectError(temp.resolve("err").toFile())
            .start();
    while (cluster.documents.isEmpty()) {
      assertTrue(process.isAlive(), () -> read(temp.resolve("err")));
      TimeUnit.MILLISECONDS.sleep(20);
    }
    process.destroyForcibly().waitFor();
    cluster.failNoBulks();
    int taken = cluster.documents.size();
    assertTrue(taken < all, taken + " of " + all + " photos");
    var report = index();
    assertEquals(taken, report.get("unchanged").asInt());
    assertEquals(all - taken, report.get("added").asInt());
    assertEquals(all, report.get("photos").asInt());
  }

  @Test
  void askedToStopItSaysHowToGoOnEvenIfTheClusterIsAway() throws Exception {
    cluster.failBulks(Collections.nCopies(1000, 503).toArray(Integer[]::new));
    Path err = temp.resolve("err");
    var process = Cli.process(arguments()).redirectError(err.toFile()).start();
    while (!read(err).contains("trying again")) {
      assertTrue(process.isAlive(), () -> read(err));
      TimeUnit.MILLISECONDS.sleep(50);
    }
    process.toHandle().destroy(); // SIGTERM
    process.waitFor();
    assertEquals(128 + 15, process.exitValue(), read(err));
    assertTrue(read(err).contains("the same command goes on from here"), read(err));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
