package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An indexing process that is stopped from outside. */
@Timeout(120)
class InterruptedIndexTest {

  private static final int PHOTOS = 70;

  @TempDir Path temp;
  private Path photos;
  private Path index;

  @BeforeEach
  void makePhotos() throws IOException {
    photos = TestPhotos.many(PHOTOS, temp.resolve("photos"));
    index = temp.resolve("index");
  }

  @Test
  void killedItKeepsWhatWasCommittedAndTheNextRunGoesOn() throws Exception {
    var process = startIndexing();
    waitForFirstCommit(process);
    process.destroyForcibly().waitFor();
    assertEquals(128 + 9, process.exitValue());

    int committed = photosInIndex();
    assertTrue(committed > 0 && committed < PHOTOS, committed + " photos committed");
    var search = Cli.run("search", "--index", index, "--json", "--top", 1, "a dog").json();
    assertEquals(1, search.get("hits").size());

    var next = Cli.run("index", "--json", "--photos", photos, "--index", index).json();
    assertEquals(committed, next.get("unchanged").asInt());
    assertEquals(PHOTOS - committed, next.get("added").asInt());
    assertEquals(PHOTOS, next.get("photos").asInt());
  }

  @Test
  void askedToStopItCommitsAndSaysHowToGoOn() throws Exception {
    var process = startIndexing();
    waitForFirstCommit(process);
    // SIGTERM; Process.destroy would close the streams too.
    process.toHandle().destroy();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();

    String err = Files.readString(temp.resolve("err"));
    assertEquals(128 + 15, process.exitValue(), err);
    assertTrue(err.contains("stopping after the photos at hand"), err);
    assertTrue(err.contains("the same command goes on from here"), err);
    var report = new JsonMapper().readTree(out);
    assertTrue(report.get("cancelled").asBoolean());
    int indexed = report.get("photos").asInt();
    assertEquals(indexed, photosInIndex());
    assertTrue(indexed > 0 && indexed < PHOTOS, indexed + " photos");
  }

  @Test
  void killedWhileTheEncoderChangesTheOldOneAnswersAndTheNextRunGoesOn() throws Exception {
    var model = "ocellus/lite2-minilm-v3";
    assertEquals(PHOTOS, indexBy(TestPhotos.TINY_CLIP).get("added").asInt());
    var process = startIndexing("--model", model);
    while (!Files.exists(index.resolve("reencoding").resolve("segments_1"))) {
      assertTrue(process.isAlive(), () -> "ended early: " + read(temp.resolve("err")));
      var search = Cli.run("search", "--index", index, "--json", "--top", 1, "a dog").json();
      assertEquals(1, search.get("hits").size());
    }
    process.destroyForcibly().waitFor();
    assertEquals(128 + 9, process.exitValue());

    assertEquals("ocellus/tiny-clip", model());
    assertEquals(PHOTOS, photosInIndex());

    var next = indexBy(model);
    assertEquals(PHOTOS, next.get("unchanged").asInt());
    int encoded = next.get("reencoded").get("photos").asInt();
    assertTrue(encoded > 0 && encoded < PHOTOS, encoded + " encoded by the second run");
    assertEquals(model, model());
  }

  private JsonNode indexBy(Object model) {
    return Cli.run("index", "--json", "--photos", photos, "--index", index, "--model", model)
        .json();
  }

  private String model() throws IOException {
    try (var opened = PhotoIndex.open(index)) {
      return opened.info().modelId();
    }
  }

  private Process startIndexing(Object... more) throws IOException {
    var options =
        List.<Object>of(
            "index",
            "--json",
            "--photos",
            photos,
            "--index",
            index,
            "--batch-size",
            1,
            "--threads",
            1);
    return Cli.process(Stream.concat(options.stream(), Stream.of(more)).toArray())
        .redirectError(temp.resolve("err").toFile())
        .start();
  }

  private void waitForFirstCommit(Process process) throws Exception {
    while (photosInIndex() == 0) {
      assertTrue(process.isAlive(), () -> "ended early: " + read(temp.resolve("err")));
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private int photosInIndex() throws IOException {
    try (var opened = PhotoIndex.open(index)) {
      return opened.info().photos();
    } catch (IndexException noIndexYet) {
      return 0;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
