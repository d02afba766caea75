package dev.ocellus.indextools.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.Feature;
import dev.ocellus.indextools.demo.DemoQuery.Kind;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.policy.PolicyDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoOutcomeTest {

  private static Hit hit(int rank, String id, float score, float bm25) {
    return new Hit(
        rank,
        id,
        score,
        Map.of(Feature.BM25, bm25),
        null,
        null,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Path.of(id));
  }

  private static DemoOutcome outcome(Kind kind, @Nullable String image, Hit... hits) {
    return new DemoOutcome(
        new DemoQuery("q", kind, image, ""),
        new SearchResponse(
            "q",
            1,
            1,
            hits.length,
            0,
            List.of(hits),
            null,
            List.of(),
            null,
            List.of(),
            PolicyDecision.NO_RULE),
        0.5f);
  }

  @Test
  void nothingComesTrueWhereNoPhotoReachesTheCutoff() {
    assertTrue(outcome(Kind.NOTHING, null, hit(1, "a", 0.49f, 0)).cameTrue());
    assertTrue(outcome(Kind.NOTHING, null).cameTrue());
    assertFalse(outcome(Kind.NOTHING, null, hit(1, "a", 0.5f, 0)).cameTrue());
  }

  @Test
  void pixelsComeTrueWhereThePhotoIsFirstWithoutItsWords() {
    assertTrue(outcome(Kind.PIXELS, "a", hit(1, "a", 0.6f, 0)).cameTrue());
    assertFalse(outcome(Kind.PIXELS, "a", hit(1, "a", 0.6f, 0.3f)).cameTrue());
    assertFalse(outcome(Kind.PIXELS, "a", hit(1, "a", 0.4f, 0)).cameTrue());
    assertFalse(outcome(Kind.PIXELS, "a", hit(1, "b", 0.7f, 0), hit(2, "a", 0.6f, 0)).cameTrue());
  }

  @Test
  void inflectionComesTrueWhereThePhotoIsFirstByItsWords() {
    assertTrue(outcome(Kind.INFLECTION, "a", hit(1, "a", 0.6f, 0.3f)).cameTrue());
    assertFalse(outcome(Kind.INFLECTION, "a", hit(1, "a", 0.6f, 0)).cameTrue());
  }

  @Test
  void theVerdictNamesWhatWasExpected() {
    assertEquals(
        "First is b with 0.70; expected was a.",
        outcome(Kind.PIXELS, "a", hit(1, "b", 0.7f, 0)).verdict());
    assertEquals(
        "No photo reaches 0.50; the nearest scores 0.31.",
        outcome(Kind.NOTHING, null, hit(1, "b", 0.31f, 0)).verdict());
  }

  @Test
  void aFileThatIsNoListOfQueriesIsRefusedInOneLine(@TempDir Path temp) throws IOException {
    var file =
        Files.writeString(temp.resolve("q.json"), "[{\"query\": \"a\", \"kind\": \"magic\"}]");
    var e = assertThrows(DataException.class, () -> DemoQuery.read(file));
    var message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(file + ": no list of demo queries: "), message);
    assertFalse(message.contains("\n"), message);
  }
}
