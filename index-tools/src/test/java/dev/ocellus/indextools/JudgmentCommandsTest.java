package dev.ocellus.indextools;

import static dev.ocellus.indextools.SearchCommandTest.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.fusion.FusionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate --judgments} and {@code train}. */
class JudgmentCommandsTest {

  /** Texts that no caption reads, each with the photo that it is about. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("astronaut.jpg", "an astronaut in an orange suit"),
          Map.entry("bee.jpg", "a bee in front of a flower"),
          Map.entry("brushes.jpg", "many brushes for painting"),
          Map.entry("camera.jpg", "a man takes a picture with a camera"),
          Map.entry("coffee.jpg", "an espresso in a white cup"),
          Map.entry("aqueduct.jpg", "a very old bridge of stone"));

  @TempDir static Path temp;
  private static Path judgments;

  /**
   * Every text with every photo: three experts find that it describes the photo (4, 4, 3) or has
   * nothing to do with it (1, 1, 2), and of three voters all or none say yes. Beside them pairs of
   * a photo with its own caption, and one with a photo that nobody has.
   */
  @BeforeAll
  static void writeJudgments() throws IOException {
    judgments = Files.createDirectory(temp.resolve("judgments"));
    List<String> texts = new ArrayList<>(List.of("image,query_id,query_text"));
    List<String> experts = new ArrayList<>();
    List<String> crowd = new ArrayList<>();
    TEXTS.forEach(
        (about, text) -> {
          String id = about + "#9";
          texts.add(about + "," + id + "," + text);
          for (String image : TEXTS.keySet()) {
            boolean match = image.equals(about);
            // The text of a photo's own id would be left out as written for it.
            String asked = match ? "text-" + about : id;
            experts.add(image + "\t" + asked + (match ? "\t4\t4\t3" : "\t1\t1\t2"));
            crowd.add(image + "\t" + asked + (match ? "\t1.0\t3\t0" : "\t0.0\t0\t3"));
          }
          texts.add(about + ",text-" + about + "," + text);
          experts.add(about + "\t" + id + "\t1\t1\t1");
        });
    experts.add("gone.jpg\tbee.jpg#9\t1\t1\t1");
    Files.write(judgments.resolve("train_dataset.csv"), texts);
    Files.write(judgments.resolve("ExpertAnnotations.tsv"), experts);
    Files.write(judgments.resolve("CrowdAnnotations.tsv"), crowd);
  }

  private static Cli.Result evaluate(Object... more) {
    var arguments = new ArrayList<Object>();
    arguments.addAll(List.of("evaluate", "--judgments", judgments, "--index", TestPhotos.index()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }

  @Test
  void aScoreThatAgreesWithPeopleGetsTheGreatestFigures() {
    JsonNode answer = evaluate("--json", "--resamples", 20).json();
    assertEquals(42, answer.get("pairs").asInt());
    assertEquals(6, answer.get("own_captions").asInt(), "written for the photo");
    assertEquals(1, answer.get("unknown_photos").asInt());
    assertEquals("agreement", answer.get("target").asText());
    JsonNode figures = answer.get("figures");
    assertEquals(List.of("all_captions", "one_caption", "no_caption"), keys(figures));
    JsonNode fused = figures.get("all_captions").get("fused");
    assertEquals(
        List.of(
            "expert_tau_c", "crowd_tau_b", "pearson", "spearman", "roc_auc", "calibration_error"),
        keys(fused));
    assertEquals(3 * 36, fused.get("expert_tau_c").get("rows").asInt(), "three rows a pair");
    assertEquals(36, fused.get("crowd_tau_b").get("rows").asInt());
    JsonNode auc = fused.get("roc_auc");
    assertTrue(auc.get("value").asDouble() > .95, fused.toString());
    assertTrue(auc.get("low").asDouble() <= auc.get("value").asDouble(), fused.toString());
    assertTrue(auc.get("high").asDouble() >= auc.get("value").asDouble(), fused.toString());
    assertFalse(
        figures.get("all_captions").get("image").has("calibration_error"),
        "a cosine is no probability");
    assertEquals(List.of("fused", "image"), keys(figures.get("no_caption")));
    assertEquals(
        figures.get("no_caption").get("image").get("expert_tau_c"),
        figures.get("all_captions").get("image").get("expert_tau_c"),
        "what the pixels say does not depend on captions");
    assertFalse(figures.get("one_caption").has("captions_mean"), "there is one alone");
  }

  @Test
  void peopleReadATableAFigure() {
    var result = evaluate("--resamples", 0, "--target", "crowd-share");
    assertEquals(0, result.status(), result.err());
    assertTrue(
        result
            .out()
            .contains("42 judged pairs, 6 of them of texts written for the photo; 1 left out"),
        result.out());
    assertTrue(result.out().contains("no caption, expert_tau_c"), result.out());
    assertTrue(result.out().contains("against the target crowd-share"), result.out());
  }

  @Test
  void trainingWritesAFusionThatKnowsWhereItComesFrom() throws IOException {
    Path out = temp.resolve("trained.json");
    Object[] arguments = {
      "train",
      "--judgments",
      judgments,
      "--index",
      TestPhotos.index(),
      "--target",
      "mix",
      "--folds",
      3,
      "--out",
      out
    };
    var result = Cli.run(arguments);
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("over 3 folds, by models that had not seen the photo"));
    assertTrue(result.out().contains("expert_tau_c"), result.out());
    FusionFile fusion = FusionFile.read(out);
    assertEquals("ocellus/lite2-minilm-v3", fusion.card().encoder());
    // 36 pairs, each with all, one and none of the captions.
    assertEquals(3 * 36, fusion.card().pairs());
    assertTrue(fusion.card().trainedOn().endsWith("mix:0.6 1.0"), fusion.card().trainedOn());
    assertTrue(fusion.card().sampling().contains("expert_tau_c"), fusion.card().sampling());
    assertEquals(
        List.of("overall", "all_captions", "one_caption", "no_caption"),
        List.copyOf(fusion.card().calibrationError().keySet()));

    JsonNode trained = evaluate("--json", "--resamples", 0, "--fusion", out).json();
    JsonNode fused = trained.get("figures").get("all_captions").get("fused");
    assertTrue(fused.get("roc_auc").get("value").asDouble() > .95, fused.toString());

    byte[] before = Files.readAllBytes(out);
    var again = Cli.run(arguments);
    assertEquals(2, again.status());
    assertTrue(again.err().startsWith("ocellus: " + out + " exists; "), again.err());
    assertEquals(before.length, Files.size(out));
  }

  @Test
  void whatCannotBeTrainedIsSaidInALine() {
    Path out = temp.resolve("never.json");
    Cli.run(
            "train",
            "--judgments",
            judgments,
            "--index",
            TestPhotos.index(),
            "--target",
            "mix",
            "--folds",
            7,
            "--out",
            out)
        .assertFails(2, "6 photos have judgments for the target mix:0.6; 7 folds need as many");
    var unknown =
        Cli.run(
            "train",
            "--judgments",
            judgments,
            "--index",
            TestPhotos.index(),
            "--target",
            "taste",
            "--out",
            out);
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("no target 'taste'; there are: expert-mean"), unknown.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void pairsThatAPolicyBlocksAreNotLearnedFrom() throws IOException {
    Path policy =
        Files.writeString(
            temp.resolve("policy.json"),
            """
            {"format": "ocellus-policy", "version": 1, "name": "brushes", "language": "en",
             "categories": [{"name": "brushes", "action": "block",
               "disclaimer": "No brushes.", "lemmas": ["brush"]}]}
            """);
    Path out = temp.resolve("without-brushes.json");
    var result =
        Cli.run(
            "train",
            "--judgments",
            judgments,
            "--index",
            TestPhotos.index(),
            "--target",
            "expert-mean",
            "--folds",
            3,
            "--policy",
            policy,
            "--out",
            out);
    assertEquals(0, result.status(), result.err());
    assertTrue(result.err().contains("policy: judged pairs "), result.err());
    assertTrue(FusionFile.read(out).card().pairs() < 3 * 36, "fewer pairs than without");
  }

  @Test
  void severalTargetsAndTheCaptionsAreMixedIntoOneFusion() throws IOException {
    Path out = temp.resolve("mixed.json");
    var result =
        Cli.run(
            "train",
            "--judgments",
            judgments,
            "--index",
            TestPhotos.index(),
            "--target",
            "expert-mean=0.6",
            "--target",
            "crowd-share=0.25",
            "--own-captions",
            "0.15",
            "--folds",
            2,
            "--out",
            out);
    assertEquals(0, result.status(), result.err());
    var card = FusionFile.read(out).card();
    assertTrue(
        card.trainedOn().endsWith("expert-mean 0.6, crowd-share 0.25, own captions 0.15"),
        card.trainedOn());
    assertTrue(card.sampling().contains("a probability of agreement"), card.sampling());
    JsonNode fused =
        evaluate("--json", "--resamples", 0, "--fusion", out)
            .json()
            .get("figures")
            .get("all_captions")
            .get("fused");
    assertTrue(fused.get("roc_auc").get("value").asDouble() > .9, fused.toString());
  }

  @Test
  void aWeightThatIsNoneIsOneLine() {
    var result =
        Cli.run(
            "train",
            "--judgments",
            judgments,
            "--index",
            TestPhotos.index(),
            "--target",
            "expert-mean=much",
            "--out",
            temp.resolve("no.json"));
    assertEquals(2, result.status());
    assertTrue(
        result.err().contains("a target's weight must be above 0, got 'much'"), result.err());
  }
}
