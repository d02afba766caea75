package dev.ocellus.study.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.PolicyFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyDataTest {

  private static final Scale ALL = new Scale(100, 1000, 100, 1000, 1, 20);

  @TempDir static Path temp;
  private static Path folder;

  @BeforeAll
  static void writeJudgments() throws IOException {
    folder = SmallJudgments.write(temp.resolve("data"), 20261121);
    Files.write(
        folder.resolve("test_queries.csv"),
        List.of("image,query_id,query_text", "x.jpg,x.jpg#0,three cats", "x.jpg,x.jpg#1,a lake"));
    // Of photos that nobody judged.
    Files.write(
        folder.resolve("captions_train.csv"),
        List.of("image,query_id,query_text", "y.jpg,y.jpg#0,two cats", "y.jpg,y.jpg#1,a bed"));
  }

  private static PolicyFilter blocking(String lemmas) {
    return new PolicyFilter(
        ContentPolicy.parse(
            """
            {"format": "ocellus-policy", "version": 1, "name": "test", "language": "en",
             "categories": [{"name": "c", "action": "block", "disclaimer": "d", "lemmas": [%s]}]}
            """
                .formatted(lemmas),
            "test"));
  }

  @Test
  void aPolicyLeavesNoTextThatItBlocksAndNoPhotoWithSuchACaption() throws IOException {
    StudyData whole = StudyData.read(folder, ALL, null);
    assertTrue(whole.images().contains("chelsea.jpg"));
    assertEquals(List.of("two cats", "a bed"), whole.otherCaptions());

    StudyData allowed = StudyData.read(folder, ALL, blocking("\"cat\""));
    assertFalse(allowed.images().contains("chelsea.jpg"), "a caption of it has a cat");
    assertEquals(whole.images().size() - 1, allowed.images().size());
    assertTrue(allowed.captions().stream().noneMatch(row -> row.image().equals("chelsea.jpg")));
    assertEquals(List.of(), allowed.otherCaptions(), "y.jpg has two cats");
    Set<String> kept =
        whole.pairs().stream()
            .filter(pair -> !pair.judged().image().equals("chelsea.jpg"))
            .map(pair -> pair.judged().toString())
            .filter(pair -> !pair.toLowerCase(Locale.ROOT).contains("cat,"))
            .filter(pair -> !pair.contains("ginger cat"))
            .collect(Collectors.toSet());
    assertEquals(
        kept, allowed.pairs().stream().map(p -> p.judged().toString()).collect(Collectors.toSet()));
    assertEquals(List.of("a lake"), allowed.samples().stream().map(allowed.texts()::get).toList());
  }

  @Test
  void aPolicyThatLeavesNothingIsNamed(@TempDir Path cats) throws IOException {
    Files.write(
        cats.resolve("train_dataset.csv"),
        List.of("image,query_id,query_text", "a.jpg,b.jpg#0,a cat", "b.jpg,a.jpg#0,two cats"));
    Files.write(
        cats.resolve("ExpertAnnotations.tsv"),
        List.of("a.jpg\tb.jpg#0\t1\t1\t2", "b.jpg\ta.jpg#0\t1\t1\t2"));
    DataException refused =
        assertThrows(DataException.class, () -> StudyData.read(cats, ALL, blocking("\"cat\"")));
    assertEquals(
        cats
            + ": the content policy leaves no judged pair:"
            + " 2 dropped: 2 by their text (lemma cat 2), 0 as of 2 blocked photos",
        refused.getMessage());
  }
}
