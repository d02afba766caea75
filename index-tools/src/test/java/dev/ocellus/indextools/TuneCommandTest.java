package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.FusionFile;
import dev.ocellus.lucene.PhotoIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {

  @TempDir Path temp;

  private Cli.Result tune(Path out, Object... more) {
    var arguments = new ArrayList<Object>();
    arguments.addAll(List.of("tune", "--index", TestPhotos.index()));
    arguments.addAll(List.of("--sample", 40, "--out", out));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }

  @Test
  void theFusionOfAnIndexsOwnCaptionsFindsItsPhotos() throws IOException {
    Path out = temp.resolve("fusion.json");
    var result = tune(out, "--queries", TestPhotos.CAPTIONS);
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("expected calibration error, cross-validated"), result.out());

    FusionFile fusion = FusionFile.read(out);
    assertEquals("ocellus/lite2-minilm-v1", fusion.card().encoder());
    assertTrue(fusion.card().sampling().contains("weighted as 50 photos"), "card");
    try (PhotoIndex index = PhotoIndex.open(TestPhotos.index(), fusion.model())) {
      assertEquals("coffee.jpg", index.search("a cup of espresso").hits().getFirst().id());
    }
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Path out = temp.resolve("fusion.json");
    Files.writeString(out, "precious");
    var result = tune(out, "--queries", TestPhotos.CAPTIONS);
    assertEquals(2, result.status());
    assertTrue(result.err().startsWith("ocellus: " + out + " exists; "), result.err());
    assertEquals("precious", Files.readString(out));
  }

  @Test
  void everyIndexNeedsItsTable() {
    var result =
        tune(
            temp.resolve("fusion.json"),
            "--queries",
            TestPhotos.CAPTIONS,
            "--queries",
            TestPhotos.CAPTIONS);
    assertEquals(2, result.status());
    assertEquals(
        "ocellus: 1 --index and 2 --queries; give one table an index", result.err().strip());
  }
}
