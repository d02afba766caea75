package dev.ocellus.indextools;

import static dev.ocellus.indextools.SearchCommandTest.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestCommandTest {

  @Test
  void jsonHasTheCompletions() {
    var answer = Cli.run("suggest", "--index", TestPhotos.index(), "--json", "gosl").json();
    assertEquals(List.of("query", "completions", "did_you_mean"), keys(answer));
    assertEquals("gosl", answer.get("query").asText());
    var first = answer.get("completions").get(0);
    assertEquals(List.of("text", "start", "photos", "corrected"), keys(first));
    assertEquals("gosling", first.get("text").asText());
    assertEquals(1, first.get("photos").asInt());
  }

  @Test
  void jsonHasAnotherSpelling() {
    var answer =
        Cli.run("suggest", "--index", TestPhotos.index(), "--json", "two", "goslingg").json();
    var correction = answer.get("did_you_mean");
    assertEquals(List.of("text", "changes"), keys(correction));
    assertEquals("two gosling", correction.get("text").asText());
    assertEquals(
        List.of("start", "end", "from", "to", "photos"), keys(correction.get("changes").get(0)));
  }

  @Test
  void peopleReadALineForEach() {
    var result = Cli.run("suggest", "--index", TestPhotos.index(), "--top", "1", "gosl");
    assertEquals(0, result.status(), result.err());
    assertEquals("gosling  (1)" + System.lineSeparator(), result.out());
    var none = Cli.run("suggest", "--index", TestPhotos.index(), "qqqq");
    assertTrue(none.out().startsWith("No caption goes on like this."), none.out());
  }

  @Test
  void aNumberOutOfRangeIsRefused() {
    Cli.run("suggest", "--index", TestPhotos.index(), "--top", "0", "a")
        .assertFails(2, "top must be in [1, 100], got 0");
  }
}
