package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    assertEquals("ocellus/lite2-minilm-v2", fusion.card().encoder());
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
    Files.writeString(out, Files.readString(out).replace("ocellus/lite2-minilm-v2", "owner/other"));
    assertEquals(
        out
            + " was fitted to encoder owner/other, not to the index's ocellus/lite2-minilm-v2: the"
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
        "ocellus: 1 --index and 2 --queries; give one table an index", result.err().strip());
  }
}
