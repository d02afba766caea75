package dev.ocellus.study.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.study.publish.StudyFiles;
import dev.ocellus.study.publish.StudyPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from judgments to results, on a few photos. */
class StudyTest {

  private static final long SEED = 20261120;
  private static final Scale TINY = new Scale(12, 120, 20, 100, 1, 20);

  @TempDir static Path temp;
  private static Path data;

  @BeforeAll
  static void writeJudgments() throws IOException {
    data = SmallJudgments.write(temp.resolve("data"), SEED);
  }

  private static StudyOptions options(Path out, int threads) {
    return new StudyOptions(
        data,
        out,
        TINY,
        true,
        List.of("expert-mean", "crowd-share"),
        List.of("mean", "cosine", "ridge", "logistic"),
        threads,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** Stops after so many cells. */
  private record StopAfter(int cells, int[] done) implements StudyProgress {

    @Override
    public void begin(String task, String unit, long total) {
      done[0] = 0;
    }

    @Override
    public void done(long units) {
      done[0] = (int) units;
    }

    @Override
    public void note(String line) {}

    @Override
    public boolean cancelled() {
      return Thread.currentThread().getName().startsWith("pool") && done[0] >= cells;
    }
  }

  @Test
  void stoppedAndRunAgainItGivesWhatItWouldHaveGivenAtOnce() throws IOException {
    Path stopped = temp.resolve("stopped");
    assertTrue(new Study(options(stopped, 1)).run(new StopAfter(7, new int[1])).isEmpty());
    Map<Path, FileTime> kept = cells(stopped);
    assertEquals(7, kept.size());
    StudyReport resumed = new Study(options(stopped, 2)).run(StudyProgress.NONE).orElseThrow();
    kept.forEach((file, time) -> assertEquals(time, cells(stopped).get(file), file.toString()));

    Path whole = temp.resolve("whole");
    StudyReport atOnce = new Study(options(whole, 1)).run(StudyProgress.NONE).orElseThrow();
    for (StudyReport report : List.of(resumed, atOnce)) {
      Path out = report == resumed ? stopped : whole;
      StudyFiles.writeCsv(report, out);
      StudyFiles.writeJson(report, out);
      StudyPage.write(report, out);
    }
    for (String file : List.of(StudyFiles.CSV, StudyFiles.JSON)) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(stopped.resolve(file)), file);
    }
    String page = Files.readString(stopped.resolve(StudyPage.FILE));
    assertTrue(page.contains("cosine(encoder, tower), ridge"), "the page lacks a cell");
    check(atOnce);
  }

  private static Map<Path, FileTime> cells(Path out) {
    Map<Path, FileTime> times = new HashMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        if (file.getParent().getFileName().toString().startsWith("cells-")) {
          times.put(file, Files.getLastModifiedTime(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return times;
  }

  private static void check(StudyReport report) {
    CellResult constant = find(report, "cosine(encoder, tower)", "mean");
    assertEquals(1, constant.figures().get(Figures.DISTINCT_FIRST_HITS));
    assertEquals(.5, constant.figures().get(Figures.ROC_AUC));
    // One vector for the photo and one for the text, added up: the same order for every text.
    CellResult added = find(report, "concatenation(encoder, sentence)", "ridge");
    assertEquals(1, added.figures().get(Figures.DISTINCT_FIRST_HITS));
    CellResult fusion = find(report, "fusion", "ridge");
    assertTrue(
        fusion.figures().get(Figures.EXPERT_TAU_C) > added.figures().get(Figures.EXPERT_TAU_C),
        "seed %d: %s, %s".formatted(SEED, fusion.figures(), added.figures()));
    assertTrue(fusion.figures().get(Figures.DISTINCT_FIRST_HITS) > 1, "the same for every text");
    var interval = fusion.intervals().get(Figures.EXPERT_TAU_C);
    assertTrue(interval.low() <= interval.high(), interval.toString());
    for (double score : fusion.scores()) {
      assertTrue(score >= 0 && score <= 1, "score " + score);
    }
    assertEquals(2, report.results().stream().filter(ComparedResult::best).count());
    assertFalse(fusion.samples().isEmpty());
  }

  private static CellResult find(StudyReport report, String features, String learner) {
    return report.results().stream()
        .map(ComparedResult::result)
        .filter(r -> r.cell().equals(new Cell(features, learner, "expert-mean")))
        .findFirst()
        .orElseThrow();
  }
}
