package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.FusionFile;
import dev.ocellus.lucene.PhotoIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {

  @TempDir Path temp;

  private Cli.Result tune(Path out, Object... more) {
    var arguments = new ArrayList<Object>();
    arguments.addAll(List.of("tune", "--index", TestPhotos.index()));
    arguments.addAll(List.of("--sample", 40, "--out", out));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }

  @Test
  void theFusionOfAnIndexsOwnCaptionsFindsItsPhotos() throws IOException {
    Path out = temp.resolve("fusion.json");
    var result = tune(out, "--queries", TestPhotos.CAPTIONS);
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("expected calibration error, cross-validated"), result.out());

    FusionFile fusion = FusionFile.read(out);
    assertEquals("ocellus/lite2-minilm-v3", fusion.card().encoder());
    assertTrue(fusion.card().sampling().contains("weighted as 50 photos"), "card");
    float score;
    try (PhotoIndex index = PhotoIndex.open(TestPhotos.index(), fusion.model())) {
      var best = index.search("a cup of espresso").hits().getFirst();
      assertEquals("coffee.jpg", best.id());
      score = best.score();
    }
    var search = search("--fusion", out);
    assertEquals("", search.err());
    assertEquals(score, search.json().get("hits").get(0).get("score").asDouble(), 1e-6);
    assertNotEquals(score, search().json().get("hits").get(0).get("score").asDouble(), 1e-6);
    var evaluated =
        Cli.run(
            "evaluate",
            "--json",
            "--index",
            TestPhotos.index(),
            "--queries",
            TestPhotos.CAPTIONS,
            "--fusion",
            out);
    assertTrue(
        evaluated.json().get("signals").get("fused").get("recall_at_1").asDouble() > .9,
        evaluated.out());
    Files.writeString(out, Files.readString(out).replace("ocellus/lite2-minilm-v3", "owner/other"));
    assertEquals(
        out
            + " was fitted to encoder owner/other, not to the index's ocellus/lite2-minilm-v3: the"
            + " scores are no probabilities",
        search("--fusion", out).err().strip());
  }

  private static Cli.Result search(Object... more) {
    var arguments = new ArrayList<Object>();
    arguments.addAll(List.of("search", "--json", "--index", TestPhotos.index()));
    arguments.addAll(List.of(more));
    arguments.add("a cup of espresso");
    return Cli.run(arguments.toArray());
  }

  @Test
  void aFusionFileThatIsNoneIsRefused() throws IOException {
    Path missing = temp.resolve("missing.json");
    search("--fusion", missing)
        .assertFails(2, missing + ": no such file; a fusion file is JSON that training wrote");
    Path other = Files.writeString(temp.resolve("other.json"), "{}");
    var result = search("--fusion", other);
    assertEquals(2, result.status());
    assertTrue(result.err().startsWith("ocellus: " + other + ": "), result.err());
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Path out = temp.resolve("fusion.json");
    Files.writeString(out, "precious");
    var result = tune(out, "--queries", TestPhotos.CAPTIONS);
    assertEquals(2, result.status());
    assertTrue(result.err().startsWith("ocellus: " + out + " exists; "), result.err());
    assertEquals("precious", Files.readString(out));
  }

  @Test
  void everyIndexNeedsItsTable() {
    var result =
        tune(
            temp.resolve("fusion.json"),
            "--queries",
            TestPhotos.CAPTIONS,
            "--queries",
            TestPhotos.CAPTIONS);
    assertEquals(2, result.status());
    assertEquals(
        "ocellus: 1 --index and 2 --queries; give one table an index, or none",
        result.err().strip());
  }

  /** The photos of testdata with captions, by a small CLIP of random weights. */
  private Path randomEncodersIndex() {
    Path index = temp.resolve("random");
    var indexed =
        Cli.run(
            "index",
            "--photos",
            TestPhotos.PHOTOS,
            "--captions",
            TestPhotos.CAPTIONS,
            "--index",
            index,
            "--model",
            TestPhotos.TINY_CLIP);
    assertEquals(0, indexed.status(), indexed.err());
    return index;
  }

  @Test
  void ofAnEncoderOfRandomWeightsTheImageTellsNothingAndTheScoreComesFromCaptions()
      throws IOException {
    Path index = randomEncodersIndex();
    var before = Cli.run("search", "--index", index, "a cup of espresso");
    assertTrue(before.err().contains("the scores are no probabilities"), before.err());

    var result = Cli.run("tune", "--index", index);
    assertEquals(0, result.status(), result.err());
    String image = line(result, "image ");
    assertTrue(image.endsWith("image tells nothing; the score leaves it out"), result.out());
    assertTrue(image.contains(" 0.000 "), image);
    assertTrue(line(result, "words ").contains("words tell "), result.out());
    assertFalse(line(result, "words ").contains("nothing"), result.out());

    // Searches find the index's own fusion without being told.
    var search = Cli.run("search", "--json", "--explain", "--index", index, "a golden temple");
    assertEquals("", search.err());
    var best = search.json().get("hits").get(0);
    assertEquals("temple.jpg", best.get("id").asText());
    var explanation = best.get("explanation").get("parts").get(0);
    for (var told : explanation.get("features")) {
      if (told.get("feature").asText().startsWith("image")) {
        assertEquals(0, told.get("log_odds").asDouble(), told.toString());
      }
    }
    assertFalse(explanation.get("regime").asText().contains("image"), explanation.toString());

    var info = Cli.run("info", "--json", "--index", index).json().get("fusion");
    assertTrue(info.get("tuned").asBoolean());
    assertEquals("ocellus/tiny-clip", info.get("encoder").asText());
    assertTrue(info.get("trained_on").asText().startsWith("own captions of "), info.toString());

    var bundled = Cli.run("search", "--index", index, "--fusion", "default", "a cup of espresso");
    assertEquals(before.out().lines().findFirst(), bundled.out().lines().findFirst());
    var again = Cli.run("tune", "--index", index);
    again.assertFails(2, index.resolve("fusion.json") + " exists; move it away");
  }

  private static String line(Cli.Result result, String start) {
    return result.out().lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void aCollectionThatTeachesTooLittleIsRefusedInALine() throws IOException {
    Path photos = TestPhotos.copy(6, temp.resolve("photos"));
    Path bare = temp.resolve("bare");
    assertEquals(0, Cli.run("index", "--photos", photos, "--index", bare).status());
    Cli.run("tune", "--index", bare)
        .assertFails(
            2, bare + " has no captions to learn from; index some, or give texts by --queries");
    Path few = temp.resolve("few");
    var captions =
        Files.write(temp.resolve("few.csv"), Files.readAllLines(TestPhotos.CAPTIONS).subList(0, 8));
    assertEquals(
        0, Cli.run("index", "--photos", photos, "--index", few, "--captions", captions).status());
    var result = Cli.run("tune", "--index", few);
    assertEquals(2, result.status());
    assertTrue(
        result
            .err()
            .contains("photos with two captions or more; to learn from its own captions takes 20"),
        result.err());
    assertFalse(Files.exists(few.resolve("fusion.json")));
  }
}
