package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgmentsCommandTest {
  private static final String MARKUP = "<img src=x onerror=alert(1)>";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("quoted_captions.csv"),
        "query_id,query_text\na.jpg#0," + MARKUP + "\nq,Two boats\n");
    Files.writeString(
        folder.resolve("ExpertAnnotations.tsv"),
        "a.jpg\ta.jpg#0\t4\t4\t4\na.jpg\tq\t1\t1\t3\nb.jpg\t\u001B[31m\t1\t1\t1\n");
    Files.writeString(
        folder.resolve("CrowdAnnotations.tsv"), "a.jpg\ta.jpg#0\t1\t3\t0\nb.jpg\tq\t0\t0\t3\n");
  }

  @Test
  void textOnATerminal() {
    Cli.Result result = Cli.run("judgments", folder);
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("all three agree       1  50.0 %"), result.out());
    assertTrue(result.out().contains("at least 0.8 (match)        1  50.0 %"), result.out());
    assertTrue(result.out().contains("Target expert-mean"), result.out());
    assertTrue(result.out().contains("1 found."), result.out());
    assertFalse(result.out().contains("\u001B"), "an escape sequence");
  }

  @Test
  void jsonHasTheFigures() {
    JsonNode answer = Cli.run("judgments", folder, "--target", "mix:0.5", "--json").json();
    assertEquals(3, answer.path("pairs").asInt());
    assertEquals(1, answer.path("own_captions").asInt());
    assertEquals(1, answer.path("experts").path("two_agree").asInt());
    assertEquals(4, answer.path("experts").path("ratings").size());
    assertEquals(3, answer.path("experts").path("ratings").path("4").asInt());
    assertEquals(1, answer.path("crowd").path("mismatch").asInt());
    assertEquals(1, answer.path("agreement").path("pairs").asInt());
    // One pair correlates with nothing.
    assertTrue(answer.path("agreement").path("kendall_tau_b").isNull());
    assertEquals("mix:0.5", answer.path("target").path("name").asText());
    // 1 by both; 2/9 by experts alone; 0 by the crowd alone.
    assertEquals((1 + 2 / 9.0) / 3, answer.path("target").path("mean").asDouble(), 1e-12);
    assertEquals(1, answer.path("texts").path("lemmas").path("boat").asInt());
    assertTrue(answer.path("photos").isNull());
    assertEquals(1, answer.path("problems").size());
  }

  @Test
  void aPageWithPlotsInWhichMarkupStaysText() throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(folder.resolve("CrowdAnnotations.tsv"), "a.jpg\t" + MARKUP + "\t1\t3\t0\n");
    Cli.Result result = Cli.run("judgments", folder, "--html", page);
    assertEquals(0, result.status(), result.err());
    String html = Files.readString(page);
    assertTrue(html.contains("data:image/png;base64,"));
    assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt;"), "the text of a problem");
    assertFalse(html.contains("<img src=x"), "markup of a text");
  }

  @Test
  void whatCannotBeDoneIsOneLine() {
    Path missing = folder.resolve("missing");
    Cli.run("judgments", missing)
        .assertFails(2, missing + ": no such folder; judgments are a folder of tables");
    Cli.run("judgments", folder, "--target", "luck")
        .assertFails(
            2,
            "no target 'luck'; there are: expert-mean, expert-majority, crowd-share,"
                + " crowd-threshold[:MATCH,MISMATCH], mix[:WEIGHT], agreement");
    assertEquals(2, Cli.run("judgments", folder, "--language", "xx").status());
    assertEquals(2, Cli.run("judgments").status());
  }
}
