package dev.ocellus.fusion.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestQueriesTest {
  @TempDir private Path folder;

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve(TestQueries.FILE), content);
  }

  @Test
  void queriesOfAFileOrItsFolder() throws IOException {
    Path file =
        write(
            "|query_id|query_text|image\n0|b.jpg#2|A kite, red.|b.jpg\n1|b.jpg#3|A kite.|b.jpg\n");
    TestQueries queries = TestQueries.read(file);
    assertEquals(
        List.of(
            new CaptionRow("b.jpg", "b.jpg#2", "A kite, red.", 2, Map.of()),
            new CaptionRow("b.jpg", "b.jpg#3", "A kite.", 3, Map.of())),
        queries.queries());
    assertEquals(queries, TestQueries.read(folder));
  }

  @Test
  void malformedRowsAreNamedAndLeftOut() throws IOException {
    Path file =
        write(
            "\uFEFF|query_id|query_text|image\r\n0|q0|A kite.|a.jpg\r\n1||A kite.|a.jpg\r\n\r\n"
                + "2|q2||a.jpg\r\n3|q3|A kite.|\r\n4|q4|a.jpg\r\n");
    TestQueries queries = TestQueries.read(file);
    assertEquals(1, queries.queries().size());
    assertEquals(
        List.of(
            file + ":3: the query_id is empty",
            file + ":5: the text is empty",
            file + ":6: the image is empty",
            file + ":7: 3 columns where the header has 4"),
        queries.problems());
  }

  @Test
  void aTableOfNothingUsableIsRefused() throws IOException {
    Path file = folder.resolve(TestQueries.FILE);
    assertRefused(file + ": no such file; a captions table is CSV or JSON Lines");
    write("image|query_text\na.jpg|A kite.\n");
    assertRefused(
        file
            + ":1: no columns 'query_id', 'query_text' and 'image' in 'image|query_text'; the first"
            + " line must be like |query_id|query_text|image");
    write("|query_id|query_text|image\n0|q0||a.jpg\n");
    assertRefused(file + ": no usable query; first: " + file + ":2: the text is empty");
  }

  private void assertRefused(String message) {
    assertEquals(
        message, assertThrows(DataException.class, () -> TestQueries.read(folder)).getMessage());
  }

  @Test
  void photosLieInTheFoldersThatExist() throws IOException {
    assertEquals(List.of(), PhotoFolders.of(folder).folders());
    Path train = Files.createDirectory(folder.resolve("train_images"));
    Path images = Files.createDirectories(folder.resolve("images/sub"));
    Path photo = Files.writeString(images.resolve("b.jpg"), "pixels");
    PhotoFolders found = PhotoFolders.of(folder);
    assertEquals(List.of(train, folder.resolve("images")), found.folders());
    assertEquals(Optional.of(photo), found.file("sub/b.jpg"));
    assertEquals(Optional.empty(), found.file("b.jpg"));
  }
}
