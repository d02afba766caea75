package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said in one line, with an exit status, and nothing is printed as an answer. */
class BadInputTest {

  @TempDir Path temp;

  private static void assertOneLine(int status, String part, Cli.Result result) {
    assertEquals(status, result.status(), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().startsWith("ocellus: "), result.err());
    assertTrue(result.err().contains(part), result.err());
    assertEquals("", result.out());
  }

  @Test
  void noCommandOrAnUnknownOne() {
    assertOneLine(2, "no command given; choose one of index, ", Cli.run());
    assertOneLine(2, "serach", Cli.run("serach", "--index", temp, "dog"));
    assertOneLine(2, "--indx", Cli.run("search", "--indx", temp, "dog"));
  }

  @Test
  void noIndexThere() {
    var missing = temp.resolve("missing");
    for (var command :
        new Object[][] {
          {"search", "--index", missing, "dog"},
          {"info", "--index", missing},
          {"evaluate", "--index", missing, "--queries", TestPhotos.CAPTIONS}
        }) {
      Cli.run(command).assertFails(2, "no index at " + missing + "; make one with: ocellus index");
    }
  }

  @Test
  void aFolderThatIsNoIndex() {
    Cli.run("search", "--index", temp, "dog")
        .assertFails(2, temp + " holds no index; make one with: ocellus index");
  }

  @Test
  void aFileWhereTheIndexShouldBe() throws IOException {
    var file = Files.createFile(temp.resolve("file"));
    assertOneLine(2, file.toString(), Cli.run("search", "--index", file, "dog"));
    assertOneLine(
        2, file + " is a file", Cli.run("index", "--photos", TestPhotos.PHOTOS, "--index", file));
  }

  @Test
  void noPhotos() throws IOException {
    var missing = temp.resolve("missing");
    assertOneLine(
        2, missing.toString(), Cli.run("index", "--photos", missing, "--index", temp.resolve("i")));
    var empty = Files.createDirectory(temp.resolve("empty"));
    assertOneLine(
        2,
        "no photos under " + empty,
        Cli.run("index", "--photos", empty, "--index", temp.resolve("i")));
  }

  @Test
  void captionsThatAreNotThereOrNoTable() throws IOException {
    var missing = temp.resolve("missing.csv");
    assertOneLine(2, missing + ": no such file", indexWith("--captions", missing));
    var noTable = Files.writeString(temp.resolve("letter.csv"), "Dear all,\nno table here.\n");
    assertOneLine(2, noTable.toString(), indexWith("--captions", noTable));
  }

  @Test
  void queriesThatAreNotThereOrNameNoPhoto() throws IOException {
    var missing = temp.resolve("missing.csv");
    assertOneLine(
        2,
        missing + ": no such file",
        Cli.run("evaluate", "--index", TestPhotos.index(), "--queries", missing));
    var strange = Files.writeString(temp.resolve("strange.csv"), "image,caption\nx.jpg,A dog.\n");
    assertOneLine(2, "", Cli.run("evaluate", "--index", TestPhotos.index(), "--queries", strange));
  }

  @Test
  void unknownModelLanguageAndSizes() {
    assertOneLine(2, "unknown model \"owner/no-such\"", indexWith("--model", "owner/no-such"));
    assertOneLine(2, "xx", indexWith("--language", "xx"));
    assertOneLine(2, "batch size must be at least 1, got 0", indexWith("--batch-size", 0));
    assertOneLine(2, "threads must be at least 1, got -1", indexWith("--threads", -1));
  }

  @Test
  void deviceThatIsUnknownOrNotAtHand() {
    assertOneLine(
        2, "unknown device \"gpu\"; take cpu, cuda or cuda:N", indexWith("--device", "gpu"));
    assertOneLine(
        2, "device cuda:1 needs the GPU build of ONNX Runtime", indexWith("--device", "cuda:1"));
    assertEquals(0, indexWith("--device", "cpu").status());
  }

  @Test
  void verboseShowsWhereItArose() {
    var result = Cli.run("search", "--verbose", "--index", temp, "dog");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("dev.ocellus.lucene.PhotoIndex.open"), result.err());
  }

  @Test
  void aBrokenIndexIsABackendError() throws IOException {
    var index = temp.resolve("index");
    Files.createDirectory(index);
    try (var files = Files.list(TestPhotos.index())) {
      for (Path file : files.toList()) {
        Files.copy(file, index.resolve(file.getFileName()));
      }
    }
    try (var files = Files.list(index)) {
      for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".si")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertOneLine(1, "", Cli.run("search", "--index", index, "dog"));
  }

  private Cli.Result indexWith(Object option, Object value) {
    return Cli.run(
        "index", "--photos", TestPhotos.PHOTOS, "--index", temp.resolve("i"), option, value);
  }
}
