package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {

  @TempDir Path temp;

  /** Ten photos, each rated 1 to 4 for the first caption of its four neighbours. */
  private Path judgments() throws IOException {
    Path folder = temp.resolve("data");
    List<CaptionRow> captions =
        CaptionTable.read(TestPhotos.CAPTIONS).rows().stream()
            .filter(row -> row.id().endsWith("#0"))
            .limit(10)
            .toList();
    Files.createDirectories(folder.resolve("images"));
    for (CaptionRow row : captions) {
      Files.copy(
          TestPhotos.PHOTOS.resolve(row.image()), folder.resolve("images").resolve(row.image()));
    }
    List<String> texts = new ArrayList<>(List.of("image,query_id,query_text"));
    List<String> ratings = new ArrayList<>();
    for (int photo = 0; photo < 10; photo++) {
      for (int step = 1; step <= 4; step++) {
        CaptionRow caption = captions.get((photo + step) % 10);
        String image = captions.get(photo).image();
        texts.add("%s,%s,\"%s\"".formatted(image, caption.id(), caption.text()));
        ratings.add("%s\t%s\t1\t%d\t%d".formatted(image, caption.id(), step, step));
      }
    }
    Files.write(folder.resolve("train_dataset.csv"), texts);
    Files.write(folder.resolve("ExpertAnnotations.tsv"), ratings);
    return folder;
  }

  private Cli.Result reproduce(Path out, Object... more) throws IOException {
    return Cli.run(
        Stream.concat(
                Stream.of("reproduce", "--quick", "--targets", "expert-mean"),
                Stream.concat(Stream.of("--data", judgments(), "--out", out), Stream.of(more)))
            .toArray());
  }

  @Test
  void theResultsAreATableAnObjectAndAPage() throws IOException {
    Path out = temp.resolve("out");
    var result = reproduce(out, "--learners", "mean,cosine,gbt");
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("expert-mean      expert_tau_c"), result.out());
    List<String> csv = Files.readAllLines(out.resolve("results.csv"));
    assertTrue(csv.getFirst().startsWith("target,features,learner,mae,rmse,"), csv.getFirst());
    assertTrue(
        csv.stream().anyMatch(l -> l.startsWith("expert-mean,\"cosine(encoder, tower)\",cosine,")),
        csv.toString());
    var json = new JsonMapper().readTree(out.resolve("results.json").toFile());
    assertEquals("10", json.get("data").get("photos").asText());
    assertEquals(csv.size() - 1, json.get("cells").size());
    String page = Files.readString(out.resolve("report.html"));
    assertTrue(page.contains("cosine(encoder, tower), gbt"), "the page lacks a cell");
    assertTrue(page.contains("data:image/jpeg;base64,"), "the page lacks photos");
  }

  @Test
  void aPolicyDropsTextsAndPhotos() throws IOException {
    Path policy = temp.resolve("policy.json");
    Files.writeString(
        policy,
        """
        {"format": "ocellus-policy", "version": 1, "name": "no insects", "language": "en",
         "categories": [
           {"name": "insects", "action": "block", "disclaimer": "No insects", "lemmas": ["bee"]}]}
        """);
    Path out = temp.resolve("out");
    var result = reproduce(out, "--learners", "mean", "--policy", policy);
    assertEquals(0, result.status(), result.err());
    // The bee's photo was rated for four texts, and its caption for four photos.
    String dropped = "8 dropped: 4 by their text (lemma bee 4), 4 as of 1 blocked photos";
    assertTrue(result.err().contains(dropped), result.err());
    var data = new JsonMapper().readTree(out.resolve("results.json").toFile()).get("data");
    assertEquals("9", data.get("photos").asText());
    assertEquals("32", data.get("judged pairs, own captions left out").asText());
    assertEquals(dropped, data.get("pairs, captions and queries by the content policy").asText());
  }

  @Test
  void whatCannotBeStudiedIsRefused() {
    Path missing = temp.resolve("missing");
    Cli.run("reproduce", "--data", missing, "--out", temp.resolve("out"))
        .assertFails(2, missing + ": no such folder; judgments are a folder of tables");
    var unknown = Cli.run("reproduce", "--learners", "oracle", "--data", missing, "--out", temp);
    assertEquals(2, unknown.status());
    assertTrue(
        unknown.err().startsWith("ocellus: unknown learner 'oracle'; known: mean, median, "),
        unknown.err());
  }
}
