package dev.ocellus.fusion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FusionFileTest {
  private static final FusionFile FILE =
      new FusionFile(
          new LogisticFusion(
              List.of(
                  new Regime(
                      "image",
                      List.of(Feature.IMAGE_COSINE),
                      -0.1,
                      List.of(
                          new FeatureCurve(
                              Feature.IMAGE_COSINE,
                              new double[] {-0.2, 1 / 3.0},
                              new double[] {-1e-9, 2},
                              0),
                          FeatureCurve.line(Feature.QUERY_LENGTH, -0.01))))),
          new FusionCard(
              "captions of 30 photos",
              LocalDate.of(2026, 1, 31),
              "encoder-1",
              1200,
              "one match, nine others a query",
              Map.of(FusionCard.OVERALL, 0.01),
              "Ocellus 0.1"));

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadBackToTheBit() throws IOException {
    Path path = folder.resolve("new/fusion.json");
    FILE.write(path);
    assertEquals(FILE, FusionFile.read(path));
    FILE.write(path);
    try (var files = Files.list(path.getParent())) {
      assertEquals(List.of(path), files.toList());
    }
  }

  @Test
  void whatPicturesTellIsKeptToo() throws IOException {
    Path path = folder.resolve("fusion.json");
    FILE.write(path);
    assertEquals(Likeness.DEFAULT, FusionFile.read(path).likeness());
    assertFalse(FusionFile.read(path).likeness().isFitted());
    FusionFile fitted =
        new FusionFile(FILE.model(), FILE.card(), new Likeness(4, -2, "a table", 30, .02));
    fitted.write(path);
    assertEquals(fitted, FusionFile.read(path));
    // 4 * 0.75 - 2 = 1
    assertEquals(1 / (1 + Math.exp(-1)), fitted.likeness().probability(.75), 1e-12);
    Files.writeString(path, Files.readString(path).replace("\"slope\" : 4.0", "\"slope\" : -4.0"));
    String fault = assertThrows(DataException.class, () -> FusionFile.read(path)).getMessage();
    assertTrue(fault.endsWith("both must be finite, got -4.0 and -2.0"), fault);
  }

  @Test
  void theFormatIsFixed() throws IOException {
    FusionFile golden = FusionModels.fromClassPath("dev/ocellus/fusion/golden.json");
    // logit = -1 + (2 - 0) / (0.5 - 0.1) * (0.3 - 0.1) = 0
    assertEquals(0.5, golden.model().score(Features.of(Feature.IMAGE_COSINE, 0.3)), 1e-6);
    assertEquals("a table", golden.card().trainedOn());
    assertEquals(LocalDate.of(2026, 1, 31), golden.card().date());
    assertEquals(Map.of("overall", 0.02, "image", 0.03), golden.card().calibrationError());
  }

  @Test
  void eachFaultIsOneLine() throws IOException {
    assertFault("\"version\": 1", "\"version\": 2", "fusion file version 2; this program reads 1");
    assertFault(
        "\"ocellus-fusion\"", "\"x\"", "'format' is 'x'; this program reads 'ocellus-fusion'");
    assertFault("\"logistic\"", "\"trees\"", "'family' is 'trees'; this program reads 'logistic'");
    assertFault(
        "\"feature\": \"image\"",
        "\"feature\": \"pixels\"",
        "unknown feature 'pixels'; known: image, image_hubness, captions, captions_mean, bm25,"
            + " coverage, missing_idf, caption_count, subjects_missing, subjects_extra, tokens,"
            + " tokens_precision, tokens_gap, persons, animals, query_length");
    assertFault(
        "\"features\": [\"image\"]",
        "\"features\": [\"bm25\"]",
        "regime 'image' uses 'image', which 'features' does not list");
    assertFault(
        "\"intercept\": -1",
        "\"bias\": -1",
        "'regimes[0].intercept' is missing; it must be a finite number");
    assertFault(
        "\"intercept\": -1",
        "\"intercept\": \"NaN\"",
        "'regimes[0].intercept' must be a finite number");
    assertFault(
        "[0.1, 0.5]", "[0.1, 1e999]", "'regimes[0].curves[0].knots[1]' must be a finite number");
    assertFault(
        "[0, 2]",
        "[2, 0]",
        "feature 'image': values of a similarity must not fall, got [2.0, 0.0]");
    assertFault("2026-01-31", "31.1.2026", "'card.date' must be like 2026-01-31, got '31.1.2026'");
    assertFault(
        "\"overall\": 0.02",
        "\"overall\": 2",
        "card: calibration error 'overall' must be" + " in [0, 1], got 2.0");
  }

  private void assertFault(String from, String to, String message) throws IOException {
    String golden = golden();
    assertTrue(golden.contains(from), from);
    Path path = Files.writeString(folder.resolve("bad.json"), golden.replace(from, to));
    DataException fault = assertThrows(DataException.class, () -> FusionFile.read(path));
    assertEquals(path + ": " + message, fault.getMessage());
  }

  private static String golden() throws IOException {
    try (var in = FusionFileTest.class.getResourceAsStream("golden.json")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void anArrayOfNaNAndBrokenJsonAreNamedByLine() throws IOException {
    Path path = Files.writeString(folder.resolve("broken.json"), "{\n\"version\": NaN}");
    String fault =
        String.valueOf(assertThrows(DataException.class, () -> FusionFile.read(path)).getMessage());
    assertTrue(fault.startsWith(path + ":2: not JSON: "), fault);
    assertEquals(1, fault.lines().count());
    Files.writeString(path, "");
    assertEquals(
        path + ": the file must be a JSON object",
        assertThrows(DataException.class, () -> FusionFile.read(path)).getMessage());
  }

  @Test
  void aModelWithoutAFileFormIsNotWritten() {
    Path path = folder.resolve("single.json");
    FusionFile single = new FusionFile(new SingleFeature(Feature.BM25), FILE.card());
    assertEquals(
        path + ": a model 'bm25' has no file form",
        assertThrows(DataException.class, () -> single.write(path)).getMessage());
    assertFalse(Files.exists(path));
  }

  @Test
  void aMissingFileIsSaidSo() {
    Path path = folder.resolve("none.json");
    assertEquals(
        path + ": no such file; a fusion file is JSON that training wrote",
        assertThrows(DataException.class, () -> FusionFile.read(path)).getMessage());
    assertEquals(
        "none.json: not on the class path; add the jar ocellus-models",
        assertThrows(DataException.class, () -> FusionModels.fromClassPath("none.json"))
            .getMessage());
  }
}
