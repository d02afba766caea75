package dev.ocellus.indextools;

import static dev.ocellus.indextools.SearchCommandTest.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  private static final List<String> SIGNALS =
      List.of("fused", "image", "captions", "bm25", "rrf", "min_max", "log_odds");

  @TempDir static Path temp;
  private static Path queries;

  /** A part of the captions: enough to tell the signals apart, and quick. */
  @BeforeAll
  static void takeSomeCaptions() throws IOException {
    queries = temp.resolve("queries.csv");
    Files.write(queries, Files.readAllLines(TestPhotos.CAPTIONS).subList(0, 21));
  }

  private static Object[] arguments(Object... more) {
    var all = new ArrayList<Object>();
    all.addAll(List.of("evaluate", "--index", TestPhotos.index(), "--queries", queries));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  void jsonHasEverySignalsFigures() {
    var answer = Cli.run(arguments("--json")).json();
    assertEquals(
        List.of("queries", "unknown_photos", "photos", "captionless", "signals", "latency_ms"),
        keys(answer));
    assertEquals(20, answer.get("queries").asInt());
    assertEquals(TestPhotos.PHOTOS.toFile().list().length, answer.get("photos").asInt());
    assertTrue(keys(answer.get("latency_ms")).containsAll(Set.of("p50", "p99")));
    var signals = answer.get("signals");
    assertEquals(SIGNALS, keys(signals));
    var means = List.of("recall_at_1", "recall_at_5", "recall_at_10", "mrr", "ndcg_at_10");
    var more = List.of("median_rank", "distinct_first_hits", "intervals", "fused_lead");
    for (var figures : signals) {
      assertEquals(Stream.concat(means.stream(), more.stream()).toList(), keys(figures));
      assertEquals(means, keys(figures.get("intervals")));
      assertEquals(List.of("low", "high"), keys(figures.get("intervals").get("mrr")));
      assertTrue(figures.get("distinct_first_hits").asInt() > 1);
      double previous = 0;
      for (String k : List.of("recall_at_1", "recall_at_5", "recall_at_10")) {
        assertTrue(figures.get(k).asDouble() >= previous && figures.get(k).asDouble() <= 1);
        previous = figures.get(k).asDouble();
      }
    }
    assertTrue(signals.get("fused").get("fused_lead").isNull());
    var lead = signals.get("log_odds").get("fused_lead");
    assertEquals(means, keys(lead));
    assertEquals(List.of("difference", "low", "high", "p_value"), keys(lead.get("mrr")));
    // Every caption is its own query here, word for word.
    assertTrue(signals.get("bm25").get("recall_at_1").asDouble() > 0.95, signals.toString());
  }

  @Test
  void withoutItsOwnCaptionAQueryIsHarder() {
    double with = recallOfWords(Cli.run(arguments("--json")));
    double without = recallOfWords(Cli.run(arguments("--json", "--exclude-own-caption")));
    assertTrue(without < with, without + " without, " + with + " with the own caption");
  }

  private static double recallOfWords(Cli.Result result) {
    return result.json().get("signals").get("bm25").get("recall_at_1").asDouble();
  }

  @Test
  void oneSignalAlone() {
    var answer = Cli.run(arguments("--json", "--signal", "rrf")).json();
    assertEquals(List.of("rrf"), keys(answer.get("signals")));
  }

  @Test
  void anUnknownSignalIsRefusedWithTheKnownOnes() {
    Cli.run(arguments("--signal", "smell"))
        .assertFails(
            2,
            "Invalid value for option '--signal': unknown signal smell, known: fused, image,"
                + " captions, bm25, rrf, min_max, log_odds, all");
  }

  @Test
  void theTableForPeopleHasARowASignal() {
    var result = Cli.run(arguments());
    assertEquals(0, result.status(), result.err());
    for (String signal : SIGNALS) {
      assertEquals(signal.equals("fused") ? 1 : 2, rows(result, signal), signal);
    }
    assertEquals(1, rows(result, "encode"));
    assertEquals(1, rows(result, "lucene"));
    // Recall in percent with its interval, ahead of the others by so many points.
    assertTrue(result.out().contains("fused     100.0 (100.0-100.0)"), result.out());
    assertTrue(
        result.out().matches("(?s).*\\nimage +\\+\\d+\\.\\d p[<=]0\\.\\d+ .*"), result.out());
    assertFalse(result.out().contains("left out"), result.out());
  }

  private static long rows(Cli.Result result, String name) {
    return result.out().lines().filter(line -> line.startsWith(name + " ")).count();
  }

  @Test
  void anIndexWithoutCaptionsIsSaidToHaveNone() {
    var bare = temp.resolve("bare");
    Cli.run("index", "--photos", TestPhotos.PHOTOS, "--index", bare);
    var result = Cli.run("evaluate", "--index", bare, "--queries", queries);
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("No photo has captions"), result.out());
    for (String nothing : List.of("captions", "bm25")) {
      assertTrue(
          result.out().lines().anyMatch(line -> line.matches(nothing + " +finds nothing")),
          result.out());
    }
    var json = Cli.run("evaluate", "--index", bare, "--queries", queries, "--json").json();
    assertEquals(json.get("photos"), json.get("captionless"));
    assertTrue(json.get("signals").get("bm25").get("median_rank").isNull());
  }
}
