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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

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
        List.of("queries", "unknown_photos", "photos", "signals", "latency_ms"), keys(answer));
    assertEquals(20, answer.get("queries").asInt());
    assertEquals(TestPhotos.PHOTOS.toFile().list().length, answer.get("photos").asInt());
    assertTrue(keys(answer.get("latency_ms")).containsAll(Set.of("p50", "p99")));
    var signals = answer.get("signals");
    assertEquals(List.of("fused", "image", "captions", "bm25", "rrf"), keys(signals));
    for (var figures : signals) {
      assertEquals(
          List.of("recall_at_1", "recall_at_5", "recall_at_10", "mrr", "median_rank"),
          keys(figures));
      double previous = 0;
      for (String k : List.of("recall_at_1", "recall_at_5", "recall_at_10")) {
        assertTrue(figures.get(k).asDouble() >= previous && figures.get(k).asDouble() <= 1);
        previous = figures.get(k).asDouble();
      }
    }
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
                + " captions, bm25, rrf, all");
  }

  @Test
  void theTableForPeopleHasARowASignal() {
    var result = Cli.run(arguments());
    assertEquals(0, result.status(), result.err());
    for (String signal : List.of("fused", "image", "captions", "bm25", "rrf", "encode", "lucene")) {
      assertEquals(
          1, result.out().lines().filter(line -> line.startsWith(signal + " ")).count(), signal);
    }
    assertFalse(result.out().contains("left out"), result.out());
  }
}
