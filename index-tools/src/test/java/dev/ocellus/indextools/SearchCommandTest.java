package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCommandTest {

  private static final Path INDEX = TestPhotos.index();

  @Test
  void anInflectedWordFindsItsPhotoAndTheCaptionIsShown() {
    var result = Cli.run("search", "--index", INDEX, "--top", 1, "geese");
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("gosling.jpg"), result.out());
    assertTrue(result.out().contains("goose"), result.out());
    assertEquals("", result.err());
  }

  @Test
  void jsonHasTheDocumentedKeysAndNothingElseIsPrinted() {
    JsonNode answer = Cli.run("search", "--index", INDEX, "--json", "geese").json();
    assertEquals(
        List.of("version", "query", "took_ms", "total", "min_score", "hits", "next", "notes"),
        keys(answer));
    assertEquals("geese", answer.get("query").asText());
    assertTrue(answer.get("took_ms").asDouble() > 0);
    assertEquals(5, answer.get("hits").size());
    JsonNode hit = answer.get("hits").get(0);
    assertEquals(List.of("rank", "id", "score", "parts", "caption", "path"), keys(hit));
    assertEquals(1, hit.get("rank").asInt());
    assertEquals("gosling.jpg", hit.get("id").asText());
    assertTrue(Files.isRegularFile(Path.of(hit.get("path").asText())));
    assertTrue(keys(hit.get("parts")).containsAll(Set.of("image", "captions", "bm25")));
    assertTrue(hit.get("parts").get("bm25").asDouble() > 0);
  }

  @Test
  void anExplanationAddsUpToTheScore() {
    var hits =
        Cli.run("search", "--index", INDEX, "--json", "--explain", "geese").json().get("hits");
    for (JsonNode hit : hits) {
      JsonNode part = hit.get("explanation").get("parts").get(0);
      double logOdds = part.get("intercept").asDouble();
      for (JsonNode feature : part.get("features")) {
        logOdds += feature.get("log_odds").asDouble();
      }
      assertEquals(hit.get("score").asDouble(), 1 / (1 + Math.exp(-logOdds)), 1e-6);
    }
    var first = hits.get(0).get("explanation").get("parts").get(0);
    assertEquals("image+captions+words+tokens+several_captions", first.get("regime").asText());
    assertTrue(logOdds(first, "bm25") > 0, first.toString());
  }

  private static double logOdds(JsonNode part, String feature) {
    for (JsonNode told : part.get("features")) {
      if (told.get("feature").asText().equals(feature)) {
        return told.get("log_odds").asDouble();
      }
    }
    throw new AssertionError("no feature " + feature + " in " + part);
  }

  @Test
  void anExplanationForPeopleHasALineAFeature() {
    var fused = Cli.run("search", "--index", INDEX, "--top", 1, "--explain", "geese").out();
    assertTrue(fused.contains("(image+captions+words+tokens+several_captions)"), fused);
    assertTrue(
        fused.lines().anyMatch(line -> line.matches(" +bm25 +[0-9.]+ +\\+[0-9.]+ .*")), fused);
    var words =
        Cli.run("search", "--index", INDEX, "--top", 1, "--explain", "--signal", "bm25", "geese")
            .out();
    assertTrue(words.lines().anyMatch(line -> line.matches(" +bm25 +[0-9.]+ .*")), words);
    assertFalse(words.contains("log-odds"), words);
  }

  @Test
  void hitsAreOrderedByAScoreBetween0And1() {
    var hits =
        Cli.run("search", "--index", INDEX, "--json", "--top", 20, "a bird").json().get("hits");
    double previous = 1;
    for (JsonNode hit : hits) {
      double score = hit.get("score").asDouble();
      assertTrue(score >= 0 && score <= previous, hits.toString());
      previous = score;
    }
    assertEquals(20, hits.size());
  }

  @Test
  void minScoreLeavesOutWhatScoresBelow() {
    var all = Cli.run("search", "--index", INDEX, "--json", "--top", 1000, "geese").json();
    double second = all.get("hits").get(1).get("score").asDouble();
    double first = all.get("hits").get(0).get("score").asDouble();
    double between = (first + second) / 2;
    var answer =
        Cli.run("search", "--index", INDEX, "--json", "--min-score", between, "geese").json();
    assertEquals(1, answer.get("hits").size());
    assertEquals(1, answer.get("total").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "captions", "bm25", "BM25"})
  void aSingleSignalRanksByThatPart(String signal) {
    var hits =
        Cli.run("search", "--index", INDEX, "--json", "--signal", signal, "a bird sits")
            .json()
            .get("hits");
    var parts = new ArrayList<Double>();
    hits.forEach(
        hit -> parts.add(hit.get("parts").get(signal.toLowerCase(Locale.ROOT)).asDouble()));
    assertEquals(parts.stream().sorted((a, b) -> Double.compare(b, a)).toList(), parts);
    assertFalse(parts.isEmpty());
  }

  @Test
  void wordsNeedNoQuotes() {
    var quoted = Cli.run("search", "--index", INDEX, "--json", "running water").json();
    var unquoted = Cli.run("search", "--index", INDEX, "--json", "running", "water").json();
    assertEquals(quoted.get("hits"), unquoted.get("hits"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the of a", // words that say nothing
        "@captions.csv", // no argument file
        "\u0001\u0007\u001b[31mred\u001b[0m\u0000", // control characters
        "כלב רץ על החוף", // right to left
        "🐶🏖️", // emoji
        "\uD83D", // half a character
        "!!! ... ???",
        "a AND (b OR \"c"
      })
  void anyTextIsAnsweredOrRefusedInOneLine(String query) {
    var result = Cli.run("search", "--index", INDEX, "--", query);
    if (result.status() == 0) {
      assertEquals("", result.err());
      assertFalse(result.out().contains("\u001b"), "an escape sequence reached the terminal");
    } else {
      assertEquals(2, result.status(), result.err());
      assertEquals(1, result.err().lines().count(), result.err());
    }
  }

  @Test
  void aQueryOf100KilobytesIsRefusedInAShortLine() {
    var result = Cli.run("search", "--index", INDEX, "dog ".repeat(25_000));
    result.assertFails(2, "the query has 100000 characters; at most 10000 are searched");
  }

  @Test
  void anEmptyQueryIsRefused() {
    Cli.run("search", "--index", INDEX, " ")
        .assertFails(2, "the query is empty; describe what the photo shows");
    Cli.run("search", "--index", INDEX)
        .assertFails(2, "Missing: TEXT, --image, --filter or --request; see ocellus search --help");
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    Cli.run("search", "--index", INDEX, "--top", 0, "dog")
        .assertFails(2, "size must be in [1, 1000], got 0");
    Cli.run("search", "--index", INDEX, "--top", "many", "dog")
        .assertFails(2, "Invalid value for option '--top': 'many' is not an int");
    Cli.run("search", "--index", INDEX, "--min-score", 1.5, "dog")
        .assertFails(2, "--min-score must be in [0, 1] or auto, got 1.5");
  }

  @Test
  void anUnknownSignalIsRefusedWithTheKnownOnes() {
    Cli.run("search", "--index", INDEX, "--signal", "smell", "dog")
        .assertFails(
            2,
            "Invalid value for option '--signal': unknown signal smell, known: fused, image,"
                + " captions, bm25");
  }

  @Test
  void conditionsAndUnwantedWordsAreObeyed() {
    JsonNode cats =
        Cli.run("search", "--index", INDEX, "--json", "--top", 100, "a cat -kitten width:>1")
            .json();
    List<String> ids = ids(cats);
    assertEquals("chelsea.jpg", ids.getFirst());
    assertFalse(ids.contains("kitten.jpg"), ids.toString());
    assertTrue(
        ids(Cli.run("search", "--index", INDEX, "--json", "a cat width:>99999").json()).isEmpty());
  }

  @Test
  void aPictureFindsPicturesLikeIt() {
    Path photo = TestPhotos.PHOTOS.resolve("chelsea.jpg");
    var result = Cli.run("search", "--index", INDEX, "--json", "--image", photo);
    assertEquals("chelsea.jpg", ids(result.json()).getFirst());
    Cli.run("search", "--index", INDEX, "--image", "nowhere.jpg")
        .assertFails(2, "nowhere.jpg: no such file; --image takes a photo file");
  }

  @Test
  void tokensLeadFromPageToPageThroughAllPhotos() {
    var ids = new ArrayList<String>();
    JsonNode page = Cli.run("search", "--index", INDEX, "--json", "--top", 20, "a bird").json();
    ids.addAll(ids(page));
    while (!page.get("next").isNull()) {
      String token = page.get("next").asText();
      page =
          Cli.run("search", "--index", INDEX, "--json", "--top", 20, "--after", token, "a bird")
              .json();
      ids.addAll(ids(page));
    }
    int photos = Cli.run("info", "--index", INDEX, "--json").json().get("photos").asInt();
    assertEquals(photos, Set.copyOf(ids).size());
    assertEquals(photos, ids.size());
    var garbled = Cli.run("search", "--index", INDEX, "--after", "garbled", "a bird");
    assertEquals(2, garbled.status());
    assertTrue(garbled.err().contains("page token"), garbled.err());
  }

  @Test
  void aRequestIsTakenFromJson(@TempDir Path temp) throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("request.json"),
            "{\"query\": \"geese\", \"size\": 2, \"facets\": [\"year\"], \"highlight\": true}");
    JsonNode answer = Cli.run("search", "--index", INDEX, "--json", "--request", file).json();
    assertEquals(2, answer.get("hits").size());
    assertEquals("year", answer.get("facets").get(0).get("field").asText());
    JsonNode caption = answer.get("hits").get(0).get("captions").get(0);
    JsonNode span = caption.get("spans").get(0);
    assertEquals(
        "goose", caption.get("text").asText().substring(span.get(0).asInt(), span.get(1).asInt()));
    Cli.run("search", "--index", INDEX, "--request", file, "geese")
        .assertFails(2, "--request has the whole request; give no TEXT");
    Cli.run("search", "--index", INDEX, "--request", file, "--top", 3)
        .assertFails(2, "--request has the whole request; give no --top");
  }

  @Test
  void otherWordsComeFromWordNetOrFromAFile(@TempDir Path temp) throws IOException {
    Object[] search = {"search", "--index", INDEX, "--json", "--signal", "bm25", "hound"};
    assertEquals(List.of(), ids(Cli.run(search).json()));
    Path file = Files.writeString(temp.resolve("synonyms.txt"), "hound => dog\n");
    assertEquals(
        List.of("shepherd.jpg", "spaniels.jpg"),
        ids(Cli.run(with(search, "--expand", file)).json()).stream().sorted().toList());
    assertFalse(ids(Cli.run(with(search, "--expand", "wordnet")).json()).isEmpty());
    Files.writeString(file, "hound => dog => pet\n");
    var bad = Cli.run(with(search, "--expand", file));
    assertEquals(2, bad.status(), bad.err());
    assertTrue(bad.err().startsWith("ocellus: " + file + ":1: "), bad.err());
  }

  private static Object[] with(Object[] arguments, Object... more) {
    var all = new ArrayList<Object>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  void aSlipOfSyntaxIsNotedAndRefusedIfStrict() {
    var lenient = Cli.run("search", "--index", INDEX, "a dog (brown");
    assertEquals(0, lenient.status(), lenient.err());
    assertTrue(lenient.out().startsWith("note: "), lenient.out());
    var strict = Cli.run("search", "--index", INDEX, "--strict", "a dog (brown");
    assertEquals(2, strict.status());
    assertTrue(strict.err().contains("column"), strict.err());
    assertFalse(
        Cli.run("search", "--index", INDEX, "--plain", "a dog (brown").out().contains("note: "));
  }

  @Test
  void theTerminalShowsFacetsAndWhatMatched() {
    String out =
        Cli.run("search", "--index", INDEX, "--highlight", "--facet", "width", "--top", 1, "geese")
            .out();
    assertTrue(out.contains("A young [goose] balances"), out);
    assertTrue(out.lines().anyMatch(line -> line.startsWith("width: ")), out);
  }

  private static List<String> ids(JsonNode answer) {
    var ids = new ArrayList<String>();
    answer.get("hits").forEach(hit -> ids.add(hit.get("id").asText()));
    return ids;
  }

  static List<String> keys(JsonNode node) {
    var keys = new ArrayList<String>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
