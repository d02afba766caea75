package dev.ocellus.fusion.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionTableTest {
  @TempDir private Path folder;
  private Path file = Path.of("unset");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("captions.csv");
  }

  private CaptionTable read(String content) throws IOException {
    Files.writeString(file, content);
    return CaptionTable.read(file);
  }

  private static CaptionRow row(String image, String id, String text, long line) {
    return new CaptionRow(image, id, text, line, Map.of());
  }

  @Test
  void imageAndCaptionNumberedByPhoto() throws IOException {
    CaptionTable table = read("image,caption\na.jpg,A dog.\nb.jpg,A cat.\na.jpg,A brown dog.\n");
    assertEquals(
        List.of(
            row("a.jpg", "a.jpg#0", "A dog.", 2),
            row("b.jpg", "b.jpg#0", "A cat.", 3),
            row("a.jpg", "a.jpg#1", "A brown dog.", 4)),
        table.rows());
    assertEquals(List.of(), table.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void everySeparatorWithByteOrderMarkAndWindowsLineEnds(String separator) throws IOException {
    CaptionTable table =
        read(
            "\uFEFFImage,Query_ID,QUERY_TEXT\r\na.jpg,a.jpg#4,\"Say \"\"hi\"\".\"\r\n"
                .replace(",", separator));
    assertEquals(List.of(row("a.jpg", "a.jpg#4", "Say \"hi\".", 2)), table.rows());
  }

  @Test
  void quotesHoldSeparatorsAndLineBreaksAndLineNumbersStayTrue() throws IOException {
    CaptionTable table =
        read("image,caption\r\na.jpg,\"A dog,\r\nbrown\"\r\n\r\nb.jpg,5\" pipe\r\nc.jpg,\r\n");
    assertEquals(
        List.of(
            row("a.jpg", "a.jpg#0", "A dog,\r\nbrown", 2), row("b.jpg", "b.jpg#0", "5\" pipe", 5)),
        table.rows());
    assertEquals(List.of(file + ":6: the text is empty"), table.problems());
  }

  @Test
  void queriesWithARunningIndex() throws IOException {
    CaptionTable table = read("|query_id|query_text|image\n0|b.jpg#2|Two dogs, playing.|b.jpg\n");
    assertEquals(List.of(row("b.jpg", "b.jpg#2", "Two dogs, playing.", 2)), table.rows());
  }

  @Test
  void otherColumnsAreKept() throws IOException {
    CaptionTable table =
        read("author,image,caption,Taken\nAnna,a.jpg,A dog.,2024\n,b.jpg,A cat.,\n");
    assertEquals(Map.of("author", "Anna", "Taken", "2024"), table.rows().get(0).extra());
    assertEquals(Map.of(), table.rows().get(1).extra());
  }

  @Test
  void jsonLines() throws IOException {
    CaptionTable table =
        read(
            """
            {"image": "a.jpg", "caption": "A dog.", "stars": 4, "tags": ["x", "y"], "none": null}

            {"Image": "sub\\\\b.jpg", "query_id": "q7", "query_text": "A cat."}
            {"image": "c.jpg"}
            {"image": "c.jpg", "caption": 7}
            {"image": "c.jpg", "caption": "open
            [1]
            """);
    assertEquals(
        List.of(
            new CaptionRow(
                "a.jpg", "a.jpg#0", "A dog.", 1, Map.of("stars", "4", "tags", "[\"x\",\"y\"]")),
            row("sub/b.jpg", "q7", "A cat.", 3)),
        table.rows());
    assertEquals(4, table.problems().size());
    assertEquals(file + ":4: no 'caption' or 'query_text'", table.problems().get(0));
    assertEquals(file + ":5: image and text must be JSON strings", table.problems().get(1));
    String broken = table.problems().get(2);
    assertTrue(broken.startsWith(file + ":6: not one JSON object a line: "), broken);
    assertEquals(1, broken.lines().count());
    assertEquals(file + ":7: not a JSON object", table.problems().get(3));
  }

  @Test
  void aPhotoMayHaveFurtherColumnsAndNoCaption() throws IOException {
    Files.writeString(file, "image,caption,tags\na.jpg,,sea\nb.jpg,,\nc.jpg,A cat.,\n");
    CaptionTable table = CaptionTable.readPhotos(file);
    assertEquals(
        List.of(
            new CaptionRow("a.jpg", "a.jpg#0", "", 2, Map.of("tags", "sea")),
            row("c.jpg", "c.jpg#0", "A cat.", 4)),
        table.rows());
    assertEquals(List.of(file + ":3: the text is empty"), table.problems());

    Files.writeString(
        file,
        """
        {"image": "a.jpg", "caption": null, "tags": ["sea"]}
        {"image": "b.jpg", "caption": null}
        {"image": "c.jpg", "tags": ["sea"]}
        """);
    CaptionTable lines = CaptionTable.readPhotos(file);
    assertEquals(
        List.of(new CaptionRow("a.jpg", "a.jpg#0", "", 1, Map.of("tags", "[\"sea\"]"))),
        lines.rows());
    assertEquals(
        List.of(file + ":2: the text is empty", file + ":3: no 'caption' or 'query_text'"),
        lines.problems());
    assertEquals(0, CaptionTable.read(file).rows().size(), "captions alone must be there");
  }

  @Test
  void malformedRowsAreNamedAndTheOthersKept() throws IOException {
    CaptionTable table =
        read(
            """
            image,caption
            a.jpg
            b.jpg,A dog, running
            ,A dog.
            c.jpg,"not closed
            d.jpg,A cat.
            e.jpg,"closed" late
            f.jpg,"A, B"
            """);
    assertEquals(
        List.of(row("d.jpg", "d.jpg#0", "A cat.", 6), row("f.jpg", "f.jpg#0", "A, B", 8)),
        table.rows());
    String quote = "a quote is not closed, or text follows a closing quote";
    assertEquals(
        List.of(
            file + ":2: 1 columns where the header has 2",
            file
                + ":3: 3 columns where the header has 2;"
                + " put a text that holds the separator in quotes",
            file + ":4: the image is empty",
            file + ":5: " + quote,
            file + ":7: " + quote),
        table.problems());
  }

  @Test
  void aQuoteOpenToTheEndCostsOneRow() throws IOException {
    CaptionTable table = read("image,caption\na.jpg,\"open\nb.jpg,A dog.\nc.jpg,A cat.");
    assertEquals(
        List.of(row("b.jpg", "b.jpg#0", "A dog.", 3), row("c.jpg", "c.jpg#0", "A cat.", 4)),
        table.rows());
    assertEquals(1, table.problems().size());
  }

  @Test
  void textThatIsNotUtf8IsNamed() throws IOException {
    Files.write(file, "image,caption\na.jpg,Caf\u00e9.\nb.jpg,A cat.\n".getBytes(ISO_8859_1));
    CaptionTable table = CaptionTable.read(file);
    assertEquals(List.of(row("b.jpg", "b.jpg#0", "A cat.", 3)), table.rows());
    assertEquals(
        List.of(file + ":2: the text is not UTF-8; save the table as UTF-8"), table.problems());
  }

  @Test
  void anyScriptAndEmojiStayAsTheyAre() throws IOException {
    CaptionTable table = read("image,caption\nфото.jpg,Собака 🐕\na.jpg,כלב\n");
    assertEquals("фото.jpg", table.rows().get(0).image());
    assertEquals("Собака 🐕", table.rows().get(0).text());
    assertEquals("כלב", table.rows().get(1).text());
  }

  @Test
  void backSlashesBecomeSlashes() throws IOException {
    assertEquals(
        "2024/may/a.jpg", read("image,caption\n2024\\may\\a.jpg,A dog.\n").rows().get(0).image());
  }

  @Test
  void aTableWithoutTheNeededHeaderIsRefused() throws IOException {
    String advice = "; the first line must be like image,caption or image,query_id,query_text";
    assertRefused(
        "a.jpg,A dog.\n",
        file + ":1: no columns 'image' and 'caption' or 'query_text' in 'a.jpg,A dog.'" + advice);
    assertRefused("\n", file + ":1: the file is empty" + advice);
    assertRefused("", file + ":1: the file is empty" + advice);
    assertRefused(
        "image,caption,Image\n", file + ":1: the column 'Image' stands twice in the header");
    Files.write(file, "\uFEFFimage,caption\n".getBytes(UTF_16LE));
    assertEquals(
        file + ": the text is UTF-16; save it as UTF-8",
        assertThrows(DataException.class, () -> CaptionTable.read(file)).getMessage());
  }

  private void assertRefused(String content, String message) {
    assertEquals(message, assertThrows(DataException.class, () -> read(content)).getMessage());
  }

  @Test
  void aMissingFileOrAFolderIsRefused() {
    assertEquals(
        file + ": no such file; a captions table is CSV or JSON Lines",
        assertThrows(DataException.class, () -> CaptionTable.read(file)).getMessage());
    assertEquals(
        folder + ": a folder; a captions table is a CSV or JSON Lines file",
        assertThrows(DataException.class, () -> CaptionTable.read(folder)).getMessage());
  }

  @Test
  void manyBrokenQuotesTakeNoLongerThanManyRows() throws IOException {
    StringBuilder content = new StringBuilder("image,caption\n");
    for (int i = 0; i < 50_000; i++) {
      content.append("p").append(i).append(i % 2 == 0 ? ".jpg,\"open\n" : ".jpg,A dog.\n");
    }
    CaptionTable table = read(content.toString());
    assertEquals(25_000, table.rows().size());
    assertEquals(25_000, table.problems().size());
  }
}
