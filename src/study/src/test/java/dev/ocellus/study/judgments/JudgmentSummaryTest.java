package dev.ocellus.study.judgments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.fusion.data.PhotoFolders;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.study.judgments.TextSummary.LemmaCount;
import dev.ocellus.study.report.Histogram;
import dev.ocellus.study.report.ReportText;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgmentSummaryTest {
  private static final PhotoSummary.Progress SILENT =
      new PhotoSummary.Progress() {
        @Override
        public void total(long photos) {}

        @Override
        public void done(long photos) {}
      };

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("train_dataset.csv"),
        """
        query_id,query_text
        a.png#0,The Geese fly over a goose!
        q,Two boats
        r,A red boat is at the sea
        """);
    Files.writeString(
        folder.resolve("ExpertAnnotations.tsv"),
        """
        a.png	a.png#0	4	4	4
        a.png	q	1	1	2
        b.png	q	1	2	4
        b.png	r	2	2	2
        b.png	nowhere	2	2	2
        """);
    Files.writeString(
        folder.resolve("CrowdAnnotations.tsv"),
        """
        a.png	a.png#0	1	3	0
        a.png	q	0.2	1	4
        b.png	q	0.5	1	1
        c.png	r	0.8	4	1
        """);
  }

  private JudgmentSummary summary(String target) throws IOException {
    return JudgmentSummary.of(
        Judgments.read(folder),
        TargetScheme.named(target),
        CaptionAnalyzer.of("en"),
        PhotoFolders.of(folder),
        SILENT);
  }

  @Test
  void countsAndSpreads() throws IOException {
    JudgmentSummary summary = summary("expert-mean");
    assertEquals(5, summary.pairs());
    assertEquals(1, summary.ownCaptions());
    assertEquals(3, summary.images().size());
    // Photos: 1 for a.png#0, 2 for q, 2 for r; texts: 2, 2 and 1.
    assertEquals(new Spread(1, 2, 5 / 3.0, 2), summary.photosPerText());
    assertEquals(new Spread(1, 2, 5 / 3.0, 2), summary.textsPerPhoto());
    assertEquals(Optional.empty(), summary.captionsPerPhoto());
    assertEquals(Optional.empty(), summary.photos());
    assertEquals(1, summary.problems().size());
    assertEquals(new Spread(1, 2.5, 2.75, 5), Spread.of(new int[] {5, 2, 1, 3}));
  }

  @Test
  void experts() throws IOException {
    assertEquals(
        new ExpertSummary(
            4,
            2,
            1,
            1,
            // Of twelve ratings: 1 thrice, 2 five times, 4 four times.
            new Histogram(List.of("1", "2", "3", "4"), List.of(3, 5, 0, 4)),
            new Histogram(
                List.of("1", "1.33", "1.67", "2", "2.33", "2.67", "3", "3.33", "3.67", "4"),
                // Sums 12, 4, 7 and 6.
                List.of(0, 1, 0, 1, 1, 0, 0, 0, 0, 1))),
        summary("expert-mean").experts());
  }

  @Test
  void crowdAtAndBetweenItsThresholds() throws IOException {
    CrowdSummary crowd = summary("expert-mean").crowd();
    assertEquals(4, crowd.pairs());
    assertEquals(15, crowd.votes());
    assertEquals(2, crowd.match());
    assertEquals(1, crowd.between());
    assertEquals(1, crowd.mismatch());
    assertEquals(List.of(0, 0, 1, 0, 0, 1, 0, 0, 1, 1), crowd.shares().counts());
  }

  @Test
  void expertsAgainstTheCrowd() throws IOException {
    ExpertCrowdAgreement agreement = summary("expert-mean").agreement();
    assertEquals(3, agreement.pairs());
    // Means 4, 4/3, 7/3 and shares 1, 0.2, 0.5 are in one order.
    assertEquals(1, agreement.kendallTauB(), 1e-12);
    assertEquals(1, agreement.spearman(), 1e-12);
    assertEquals(
        List.of(
            new ExpertCrowdAgreement.Row(1, 1, 0, 0),
            new ExpertCrowdAgreement.Row(2, 0, 0, 0),
            new ExpertCrowdAgreement.Row(3, 0, 0, 0),
            new ExpertCrowdAgreement.Row(4, 0, 0, 1),
            new ExpertCrowdAgreement.Row(0, 0, 1, 0)),
        agreement.table());
  }

  @Test
  void balanceOfATarget() throws IOException {
    TargetSummary target = summary("expert-majority").target();
    assertEquals("expert-majority", target.name());
    // 1, 0 and 1/3; one pair has no majority, one no ratings.
    assertEquals(3, target.pairs());
    assertEquals(2, target.dropped());
    assertEquals(2, target.below());
    assertEquals(1, target.above());
    assertEquals(4 / 9.0, target.mean(), 1e-12);
    assertEquals(List.of(1, 0, 0, 1, 0, 0, 0, 0, 0, 1), target.targets().counts());
  }

  @Test
  void textsOnceEachByWordsAndLemmas() throws IOException {
    TextSummary texts = summary("expert-mean").texts();
    assertEquals(3, texts.texts());
    // 6, 2 and 7 words.
    assertEquals(new Spread(2, 6, 5, 7), texts.words());
    assertEquals(
        new Histogram(List.of("2", "3", "4", "5", "6", "7"), List.of(1, 0, 0, 0, 1, 1)),
        texts.lengths());
    assertEquals(new LemmaCount("boat", 2), texts.lemmas().get(0));
    // Geese and goose are one lemma of one text.
    assertTrue(texts.lemmas().contains(new LemmaCount("goose", 1)), texts.lemmas().toString());
    for (String stopWord : List.of("the", "a", "is", "at", "be")) {
      assertTrue(
          texts.lemmas().stream().noneMatch(count -> count.lemma().equals(stopWord)), stopWord);
    }
  }

  @Test
  void aFormOfSeveralLemmasCountsForTheMoreFrequent() {
    // "running" may be of the verb run or the noun running; two other texts have run alone.
    TextSummary texts =
        TextSummary.of(List.of("dogs running", "dogs ran", "a dog runs"), CaptionAnalyzer.of("en"));
    assertEquals(List.of(new LemmaCount("dog", 3), new LemmaCount("run", 3)), texts.lemmas());
  }

  @Test
  void captionsOfPhotosAreCountedForJudgedPhotosAlone() throws IOException {
    Files.writeString(
        folder.resolve("captions_all.csv"),
        "image,caption\na.png,One.\na.png,Two.\nb.png,One.\nz.png,One.\n");
    // 2, 1 and, for c.png, none.
    assertEquals(Optional.of(new Spread(0, 1, 1, 2)), summary("mix").captionsPerPhoto());
  }

  @Test
  void copiesAmongPhotosAreFound() throws IOException {
    Path train = Files.createDirectory(folder.resolve("train_images"));
    Path test = Files.createDirectory(folder.resolve("test_images"));
    Path a = gradient(train.resolve("a.png"), 320, 240, Color.BLACK, Color.WHITE);
    Path same = Files.copy(a, test.resolve("z.png"));
    Path small = gradient(train.resolve("b.png"), 160, 120, Color.BLACK, Color.WHITE);
    gradient(train.resolve("other.png"), 320, 240, Color.WHITE, Color.BLACK);
    Path broken = Files.writeString(test.resolve("broken.jpg"), "not a photo");
    Files.writeString(test.resolve("notes.txt"), "no photo either");
    PhotoSummary photos = summary("expert-mean").photos().orElseThrow();
    assertEquals(List.of(train, test), photos.folders());
    assertEquals(5, photos.files());
    assertEquals(List.of("c.png"), photos.missing());
    assertEquals(List.of(List.of(a, same)), photos.sameBytes());
    assertEquals(List.of(List.of(a, small)), photos.nearCopies());
    assertEquals(1, photos.unreadable().size());
    assertTrue(photos.unreadable().get(0).startsWith(broken + ": "), photos.unreadable().get(0));
  }

  @Test
  void theReportNamesTheFirstProblemsAndSaysHowManyThereAre() throws IOException {
    var rows = new StringBuilder("a.png\tq\t1\t1\t2\n");
    for (int i = 0; i < 12; i++) {
      rows.append("a.png\tq\t9\t1\t2\n");
    }
    Path experts = Files.writeString(folder.resolve("ExpertAnnotations.tsv"), rows);
    Files.delete(folder.resolve("CrowdAnnotations.tsv"));
    List<String> lines = new ArrayList<>();
    JudgmentReport.write(summary("crowd-share"), new ReportText(lines::add));
    assertTrue(lines.contains("12 found."), lines.toString());
    assertTrue(lines.contains("- " + experts + ":11: rating 1 is 9; it must be in 1..4"));
    assertEquals("... and 2 more.", lines.getLast());
    assertTrue(lines.contains("0 pairs have a target, 1 are dropped; the mean target is –."));
    assertTrue(lines.stream().noneMatch("Crowd"::equals), "a section about nothing");
  }

  /** A photo that grows brighter, or darker, from left to right. */
  private static Path gradient(Path file, int width, int height, Color left, Color right)
      throws IOException {
    var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = pixels.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, left, width, 0, right));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    assertTrue(ImageIO.write(pixels, "png", file.toFile()));
    return file;
  }
}
