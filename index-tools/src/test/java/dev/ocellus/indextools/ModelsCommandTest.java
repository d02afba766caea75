package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ocellus models}, and the commands that take what it installs. */
@Timeout(120)
class ModelsCommandTest {

  private static final Path TINY =
      TestPhotos.HOME.resolve("src/encode/src/test/resources/dev/ocellus/encode/tiny-clip");

  @TempDir Path temp;
  private Path store;

  @BeforeEach
  void useAStoreOfItsOwn() {
    store = temp.resolve("store");
    System.setProperty(InstalledModels.STORE_PROPERTY, store.toString());
  }

  @AfterEach
  void forgetTheStore() {
    System.clearProperty(InstalledModels.STORE_PROPERTY);
  }

  private static JsonNode row(JsonNode list, String id) {
    return StreamSupport.stream(list.get("models").spliterator(), false)
        .filter(row -> row.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in " + list));
  }

  @Test
  void listShowsWhatIsHereAndWhatCouldBe() {
    var list = Cli.run("models", "list", "--json").json();
    assertEquals(store.toString(), list.get("store").asText());
    var bundled = row(list, ModelStore.DEFAULT_MODEL);
    assertEquals("bundled", bundled.get("state").asText());
    assertTrue(bundled.get("bytes").asLong() > 50_000_000, bundled.toString());
    var clip = row(list, "Xenova/clip-vit-base-patch32");
    assertEquals("available", clip.get("state").asText());
    assertEquals(512, clip.get("dimension").asInt());

    var forPeople = Cli.run("models", "list");
    assertEquals(0, forPeople.status(), forPeople.err());
    assertTrue(forPeople.out().startsWith("bundled    " + ModelStore.DEFAULT_MODEL));
    assertTrue(forPeople.out().contains("installed models are in " + store), forPeople.out());
  }

  @Test
  void showSaysWhatTheBundledModelLearnedFrom() {
    var model = Cli.run("models", "show", ModelStore.DEFAULT_MODEL, "--json").json();
    assertEquals(896, model.get("dimension").asInt());
    assertTrue(model.get("licence").asText().contains("research use"), model.toString());
    assertTrue(model.get("training_data").asText().contains("Flickr8k"), model.toString());
    assertTrue(model.get("files").size() >= 6);
    var forPeople = Cli.run("models", "show", ModelStore.DEFAULT_MODEL).out();
    assertTrue(forPeople.contains("Flickr8k") && forPeople.contains("vision_model.onnx"));
    assertEquals(0, Cli.run("models", "verify", ModelStore.DEFAULT_MODEL).status());
  }

  @Test
  void showKnowsTheCatalogueByAliasesToo() {
    var model = Cli.run("models", "show", "openai/clip-vit-base-patch32", "--json").json();
    assertEquals("Xenova/clip-vit-base-patch32", model.get("id").asText());
    assertEquals("available", model.get("state").asText());
    assertTrue(
        Cli.run("models", "show", "openai/clip-vit-base-patch32")
            .out()
            .contains("ocellus models pull Xenova/clip-vit-base-patch32"));
  }

  @Test
  void pulledModelIndexesAndSearchesUntilItIsRemoved() throws IOException {
    var photos = TestPhotos.copy(3, temp.resolve("photos"));
    var index = temp.resolve("index");
    Cli.run("index", "--photos", photos, "--index", index, "--model", "acme/tiny")
        .assertFails(
            2,
            "unknown model \"acme/tiny\": not installed; get it with: ocellus models pull"
                + " acme/tiny");
    try (var hub = new HubServer(TINY)) {
      var pulled =
          Cli.run("models", "pull", "acme/tiny", "--endpoint", hub.endpoint(), "--json").json();
      assertEquals("installed", pulled.get("state").asText());
      assertEquals(HubServer.COMMIT, pulled.get("revision").asText());
      assertEquals(hub.endpoint(), pulled.get("endpoint").asText());
      assertEquals(16, pulled.get("dimension").asInt());
      var again = Cli.run("models", "pull", "acme/tiny", "--endpoint", hub.endpoint());
      assertTrue(again.out().startsWith("acme/tiny is installed already, "), again.out());
    }
    var identity = Cli.run("models", "show", "acme/tiny", "--json").json().get("identity").asText();
    var list = Cli.run("models", "list", "--json").json();
    assertEquals("installed", row(list, "acme/tiny").get("state").asText());

    var report =
        Cli.run("index", "--json", "--photos", photos, "--index", index, "--model", "acme/tiny")
            .json();
    assertEquals(3, report.get("added").asInt());
    assertEquals(
        identity, Cli.run("info", "--index", index, "--json").json().get("model_id").asText());
    assertEquals(0, Cli.run("search", "--index", index, "a dog").status());

    assertEquals("acme/tiny removed\n", Cli.run("models", "remove", "acme/tiny").out());
    assertFalse(Files.exists(store.resolve("acme")));
    Cli.run("search", "--index", index, "a dog")
        .assertFails(
            2,
            index
                + " was built with encoder "
                + identity
                + ", which is not to be had: unknown model \"acme/tiny\": not installed; get it"
                + " with: ocellus models pull acme/tiny");
    // Other weights under the same name must not be taken for those of the index.
    var changed = copy(TINY, temp.resolve("changed"));
    Files.writeString(changed.resolve("config.json"), " ", StandardOpenOption.APPEND);
    Cli.run("models", "add", "acme/tiny", "--from", changed, "--json").json();
    var refused = Cli.run("search", "--index", index, "a dog");
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains(identity), refused.err());
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  @Test
  void damagedModelIsReported() throws IOException {
    Cli.run("models", "add", "acme/tiny", "--from", TINY, "--json").json();
    assertEquals(0, Cli.run("models", "verify", "acme/tiny").status());
    Files.delete(store.resolve("acme/tiny/tokenizer.json"));
    var verified = Cli.run("models", "verify", "acme/tiny", "--json");
    assertEquals(1, verified.status());
    assertEquals(
        "ocellus: acme/tiny is damaged: tokenizer.json missing" + System.lineSeparator(),
        verified.err());
    assertTrue(verified.out().contains("\"intact\" : false"), verified.out());

    Path lock = store.resolve("acme/tiny/ocellus.lock.json");
    Files.writeString(lock, "{}");
    var list = Cli.run("models", "list");
    assertEquals(2, list.status());
    assertTrue(list.err().contains(lock.toString()), list.err());
    assertEquals(0, Cli.run("models", "remove", "acme/tiny").status());
    assertEquals(0, Cli.run("models", "list").status());
  }

  @Test
  void stoppedPullIsTakenUpByTheOneThatWaits() throws Exception {
    try (var hub = new HubServer(TINY)) {
      hub.stallAfter("onnx/vision_model.onnx", 50_000);
      var builder = Cli.process("models", "pull", "acme/tiny", "--endpoint", hub.endpoint());
      builder.environment().put("OCELLUS_STORE", store.toString());
      var first = builder.redirectError(temp.resolve("err").toFile()).start();
      assertTrue(hub.stalled().await(60, TimeUnit.SECONDS), () -> "the process asks for nothing");
      var stopper =
          Thread.ofVirtual()
              .start(
                  () -> {
                    sleep(800);
                    first.toHandle().destroy(); // SIGTERM
                  });
      var second = Cli.run("models", "pull", "acme/tiny", "--endpoint", hub.endpoint());
      stopper.join();
      first.waitFor();
      String err = Files.readString(temp.resolve("err"), StandardCharsets.UTF_8);
      assertEquals(128 + 15, first.exitValue(), err);
      assertTrue(err.contains("what was downloaded is kept"), err);
      assertEquals(0, second.status(), second.err());
      assertTrue(second.err().contains("waiting for another process"), second.err());
      assertTrue(second.out().startsWith("acme/tiny installed, "), second.out());
      assertTrue(hub.ranges().contains("bytes=50000-"), hub.ranges().toString());
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() throws IOException {
    Cli.run("models", "remove", ModelStore.DEFAULT_MODEL)
        .assertFails(2, ModelStore.DEFAULT_MODEL + " comes with the program and cannot be removed");
    Cli.run("models", "remove", "acme/tiny")
        .assertFails(2, "acme/tiny is not installed; see ocellus models list");
    Cli.run("models", "verify", "acme/tiny")
        .assertFails(2, "acme/tiny is not installed; see ocellus models list");
    Cli.run("models", "add", "acme/tiny", "--from", temp.resolve("none"))
        .assertFails(2, temp.resolve("none") + " is no folder; --from takes a model's folder");
    Cli.run("models", "pull", "acme/tiny", "--endpoint", "mirror")
        .assertFails(2, "\"mirror\" is no hub's address; one is like https://huggingface.co");
    for (Object[] command :
        new Object[][] {
          {"models"},
          {"models", "pull", "../evil"},
          {"models", "pull"},
          {"models", "show", "acme/none"},
          {"models", "pull", "ocellus/x"}
        }) {
      var result = Cli.run(command);
      assertEquals(2, result.status(), result.err());
      assertEquals(1, result.err().lines().count(), result.err());
    }
    Files.writeString(store, "a file where the store should be");
    var blocked = Cli.run("models", "add", "acme/tiny", "--from", TINY);
    assertEquals(1, blocked.status(), blocked.err());
    assertEquals(1, blocked.err().lines().count(), blocked.err());
  }
}
