package dev.ocellus.indextools;

import static dev.ocellus.indextools.SearchCommandTest.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --policy} of index, search and tune, and {@code ocellus policy}. */
class PolicyCommandTest {

  private static final String DISCLAIMER =
      "This image is unavailable in your country in compliance with local laws";

  @TempDir Path temp;

  @Test
  void indexMarksInfoCountsAndSearchHides() throws IOException {
    Path photos = TestPhotos.copy(3, temp.resolve("photos"));
    List<String> names;
    try (var files = Files.list(photos)) {
      names = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    Path captions =
        Files.writeString(
            temp.resolve("captions.csv"),
            "image,caption\n%s,Two boys fish.\n%s,Baby corn.\n"
                .formatted(names.get(0), names.get(1)));
    Path index = temp.resolve("index");
    Object[] run = {
      "index",
      "--json",
      "--photos",
      photos,
      "--index",
      index,
      "--captions",
      captions,
      "--model",
      TestPhotos.TINY_CLIP,
      "--policy",
      "default"
    };
    JsonNode marks = Cli.run(run).json().get("policy");
    assertEquals(List.of("policy", "complete", "by_action", "by_category"), keys(marks));
    assertEquals("{\"block\":1}", marks.get("by_action").toString());
    assertEquals("{\"children\":1}", marks.get("by_category").toString());
    assertEquals(marks, Cli.run("info", "--json", "--index", index).json().get("policy"));
    String info = Cli.run("info", "--index", index).out();
    assertTrue(
        info.lines()
            .anyMatch(
                line ->
                    line.matches(
                        "policy        default@[0-9a-f]{12}: photos to block 1, to warn of 0"
                            + " \\(children 1\\)")),
        info);

    assertEquals(3, hits(index).size());
    JsonNode hidden = hits(index, "--policy", "default");
    assertEquals(2, hidden.size());
    hidden.forEach(hit -> assertFalse(hit.get("id").asText().equals(names.get(0))));
    JsonNode shown = hits(index, "--policy", "default", "--show-marked");
    assertEquals(3, shown.size());
    shown.forEach(
        hit ->
            assertEquals(
                hit.get("id").asText().equals(names.get(0)), hit.has("policy_categories")));
  }

  private static JsonNode hits(Path index, Object... more) {
    var arguments = new java.util.ArrayList<Object>();
    arguments.addAll(List.of("search", "--json", "--index", index));
    arguments.addAll(List.of(more));
    arguments.add("a fish");
    return Cli.run(arguments.toArray()).json().get("hits");
  }

  @Test
  void aBlockedQueryIsAnsweredByTheDisclaimerAndItsRule() {
    var result =
        Cli.run("search", "--index", TestPhotos.index(), "--policy", "default", "happy k1ds");
    assertEquals(0, result.status(), result.err());
    assertEquals("", result.err());
    assertEquals(
        List.of(DISCLAIMER, "blocked by the policy: category children, lemma kid, for \"k1ds\""),
        result.out().lines().toList());
    JsonNode answer =
        Cli.run("search", "--json", "--index", TestPhotos.index(), "--policy", "default", "a boy")
            .json();
    assertEquals(0, answer.get("hits").size());
    JsonNode policy = answer.get("policy");
    assertEquals(
        List.of("id", "action", "category", "rule", "matched", "spelling", "disclaimer"),
        keys(policy));
    assertEquals("block", policy.get("action").asText());
    assertEquals("lemma boy", policy.get("rule").asText());
    assertEquals(DISCLAIMER, policy.get("disclaimer").asText());
  }

  @Test
  void aWarningComesWithPhotosAndAnIndexWithoutMarksIsTold() {
    var result = Cli.run("search", "--index", TestPhotos.index(), "--policy", "default", "blood");
    assertEquals(0, result.status(), result.err());
    List<String> out = result.out().lines().toList();
    assertEquals("Some of these photos may show violence, injury or death", out.get(0));
    assertEquals("warned by the policy: category violence, lemma blood, for \"blood\"", out.get(1));
    assertTrue(out.get(2).startsWith("  1  "), out.get(2));
    assertEquals(
        "no photo of %s is marked by a policy; to hide those that it blocks, run ocellus index --policy default"
            .formatted(TestPhotos.index()),
        result.err().strip());
  }

  @Test
  void tuneDropsWhatIsBlockedAndSaysHowMuch() throws IOException {
    Path policy =
        Files.writeString(
            temp.resolve("birds.json"),
            """
            {"format": "ocellus-policy", "version": 1, "name": "birds", "language": "en",
             "categories": [{"name": "birds", "action": "block", "disclaimer": "no",
                             "lemmas": ["goose"]}]}
            """);
    var result =
        Cli.run(
            "tune",
            "--index",
            TestPhotos.index(),
            "--queries",
            TestPhotos.CAPTIONS,
            "--policy",
            policy,
            "--out",
            temp.resolve("fusion.json"));
    assertEquals(0, result.status(), result.err());
    // gosling.jpg has 2 captions, one of which has a goose: the others go with their photo.
    assertTrue(
        result
            .err()
            .lines()
            .anyMatch(
                line ->
                    line.equals(
                        "policy: queries 2 dropped: 1 by their text (lemma goose 1), 1 as of 1"
                            + " blocked photos")),
        result.err());
  }

  @Test
  void checkPrintsDecisionsPrecisionAndRecall() throws IOException {
    Path queries =
        Files.writeString(
            temp.resolve("queries.csv"),
            """
            query,label,part
            a boy,block,one
            backwards: dlihc,block,one
            a dog,allow,one
            a naked man,warn,two
            baby corn,block,two
            """);
    // Of three to block one was blocked: precision 1, recall 1/3.
    var check = Cli.run("policy", "check", "--json", "--queries", queries).json();
    assertEquals(List.of("policy", "queries", "parts", "decisions"), keys(check));
    assertEquals(List.of("all", "one", "two"), keys(check.get("parts")));
    JsonNode block = check.get("parts").get("all").get("block");
    assertEquals(3, block.get("expected").asInt());
    assertEquals(1, block.get("right").asInt());
    assertEquals(1, block.get("precision").asDouble());
    assertEquals(1 / 3., block.get("recall").asDouble(), 1e-9);
    assertEquals(5, check.get("decisions").size());
    var errors = Cli.run("policy", "check", "--errors", "--queries", queries).out();
    assertTrue(errors.startsWith("! allow backwards: dlihc"), errors);
    assertTrue(errors.contains("things: phrase baby <vegetable> (baby corn)"), errors);
    assertTrue(
        errors.contains("all        block          3        1      1      1.000   0.333"), errors);
  }

  @Test
  void showListsTheRules() {
    var shown = Cli.run("policy", "show").out();
    assertTrue(shown.contains("children: block"), shown);
    assertTrue(shown.contains("\"" + DISCLAIMER + "\""), shown);
    assertTrue(shown.contains("lemmas: child, kid, "), shown);
    assertEquals("default", Cli.run("policy", "show", "--json").json().get("name").asText());
  }

  @Test
  void aWrongPolicyOrListIsOneLine() throws IOException {
    Path policy = Files.writeString(temp.resolve("p.json"), "{\"format\": \n oops}");
    var result = Cli.run("search", "--index", TestPhotos.index(), "--policy", policy, "a dog");
    assertEquals(2, result.status());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().startsWith("ocellus: " + policy + ":2: not JSON: "), result.err());
    Path queries = Files.writeString(temp.resolve("q.csv"), "query,label\na dog,nice\n");
    Cli.run("policy", "check", "--queries", queries)
        .assertFails(2, queries + ":2: the label is 'nice'; known are block, warn and allow");
  }
}
