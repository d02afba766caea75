package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ocellus export} and {@code import}, by the bundled encoder with all that it gives. */
class TransferCommandsTest {

  private static final int QUERIES = 20;

  @TempDir Path temp;

  @Test
  void anImportedIndexFindsTheSamePhotosWithTheSameScores() throws IOException {
    Path file = temp.resolve("photos.jsonl");
    Path copy = temp.resolve("copy");
    var exported = Cli.run("export", "--index", TestPhotos.index(), "--out", file, "--json").json();
    int photos = exported.get("photos").asInt();
    assertEquals(TestPhotos.photos().size(), photos);
    var imported = Cli.run("import", "--index", copy, "--json", file).json();
    assertEquals(photos, imported.get("added").asInt());
    assertEquals(0, imported.get("problems").asInt());

    var texts = Files.readAllLines(TestPhotos.CAPTIONS).stream().skip(1).limit(QUERIES).toList();
    try (var original = PhotoIndex.open(TestPhotos.index());
        var other = PhotoIndex.open(copy)) {
      for (String line : texts) {
        var request = SearchRequest.of(line.substring(line.indexOf(',') + 1)).withTop(10);
        var expected = original.search(request).hits();
        assertEquals(10, expected.size());
        assertEquals(expected, other.search(request).hits());
      }
    }
    assertEquals(0, Cli.run("check", "--index", copy).status());
    var again = Cli.run("import", "--index", copy, file);
    assertEquals(
        "0 added, 0 changed, %d unchanged, 0 lines passed over; %d photos in the index"
            .formatted(photos, photos),
        again.out().strip());
  }

  @Test
  void aFileThatIsThereOrIsNotIsOneLine() throws IOException {
    Path file = Files.writeString(temp.resolve("there"), "mine");
    Cli.run("export", "--index", TestPhotos.index(), "--out", file)
        .assertFails(
            Failures.USER_ERROR, file + " is there already; give another name, or delete it");
    Path none = temp.resolve("none");
    Cli.run("import", "--index", temp.resolve("index"), none)
        .assertFails(Failures.USER_ERROR, "no such file or folder: " + none);
    assertTrue(Files.notExists(temp.resolve("index")));
  }
}
