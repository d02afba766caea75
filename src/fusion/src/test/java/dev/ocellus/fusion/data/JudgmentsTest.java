package dev.ocellus.fusion.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgmentsTest {
  private static final String TEXTS =
      "image,query_id,query_text\na.jpg,a.jpg#2,A red kite.\na.jpg,b.jpg#2,Two boats.\n";

  @TempDir private Path folder;

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Judgments read() throws IOException {
    return Judgments.read(folder);
  }

  @Test
  void expertAndCrowdRowsOfAPairAreJoined() throws IOException {
    write("train_dataset.csv", TEXTS);
    write("ExpertAnnotations.tsv", "a.jpg\ta.jpg#2\t4\t4\t3\na.jpg\tb.jpg#2\t1\t1\t2\n");
    write(
        "CrowdAnnotations.tsv",
        "c.jpg\tb.jpg#2\t0.333333333333333\t1\t2\na.jpg\tb.jpg#2\t0\t0\t3\n");
    Judgments judgments = read();
    assertEquals(
        List.of(
            new JudgedPair("a.jpg", "a.jpg#2", "A red kite.", List.of(4, 4, 3), 0, 0),
            new JudgedPair("a.jpg", "b.jpg#2", "Two boats.", List.of(1, 1, 2), 0, 3),
            new JudgedPair("c.jpg", "b.jpg#2", "Two boats.", List.of(), 1, 2)),
        judgments.pairs());
    assertEquals(Map.of("a.jpg#2", "A red kite.", "b.jpg#2", "Two boats."), judgments.queryTexts());
    assertEquals(List.of(), judgments.problems());
  }

  @Test
  void aPairKnowsWhetherTheTextWasWrittenForThePhoto() {
    assertTrue(new JudgedPair("a.jpg", "a.jpg#2", "A kite.", List.of(), 1, 0).ownCaption());
    assertEquals(
        false, new JudgedPair("a.jpg", "xa.jpg#2", "A kite.", List.of(), 1, 0).ownCaption());
    assertEquals(false, new JudgedPair("a.jp", "a.jpg#2", "A kite.", List.of(), 1, 0).ownCaption());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ",", ";", "|"})
  void anySeparatorHeaderByteOrderMarkWindowsLineEndsAndEmptyLines(String separator)
      throws IOException {
    write("train_dataset.csv", "\uFEFF" + TEXTS.replace("\n", "\r\n"));
    write(
        "ExpertAnnotations.tsv",
        "\uFEFF\r\nimage\tquery_id\texpert1\texpert2\texpert3\r\n\r\na.jpg\ta.jpg#2\t4\t4\t3\r\n\r\n"
            .replace("\t", separator));
    write(
        "CrowdAnnotations.tsv",
        "\"image\"\tquery_id\tshare\tyes\tno\n\"a.jpg\"\ta.jpg#2\t0.67\t2\t1"
            .replace("\t", separator));
    Judgments judgments = read();
    assertEquals(List.of(), judgments.problems());
    assertEquals(
        List.of(new JudgedPair("a.jpg", "a.jpg#2", "A red kite.", List.of(4, 4, 3), 2, 1)),
        judgments.pairs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ExpertAnnotations.tsv", "CrowdAnnotations.tsv"})
  void oneAnnotationFileIsEnough(String name) throws IOException {
    write("quoted_captions.csv", "query_id,query_text\nq1,\"A kite, red.\"\n");
    write(name, name.startsWith("E") ? "a.jpg\tq1\t2\t2\t2\n" : "a.jpg\tq1\t1\t3\t0\n");
    assertEquals("A kite, red.", read().pairs().get(0).queryText());
  }

  @Test
  void theFirstTableThatHasATextCountsAndAnotherTextIsNamed() throws IOException {
    Path first = write("train_dataset.csv", "query_id,query_text\nq1,One.\n");
    write("quoted_captions.csv", "query_id,query_text\nq1,One.\nq2,Two.\n");
    Path captions = write("captions_b.csv", "image,caption\nc.jpg,Four.\n");
    Path other =
        write("captions_a.csv", "image,query_id,query_text\nb.jpg,q1,Other.\nb.jpg,q3,Three.\n");
    write("notes.csv", "not read");
    write("CrowdAnnotations.tsv", "a.jpg\tq1\t1\t1\t0\na.jpg\tc.jpg#0\t1\t1\t0\n");
    Judgments judgments = read();
    assertEquals(
        Map.of("q1", "One.", "q2", "Two.", "q3", "Three.", "c.jpg#0", "Four."),
        judgments.queryTexts());
    assertEquals(
        List.of(
            new CaptionRow("b.jpg", "q1", "Other.", 2, Map.of()),
            new CaptionRow("b.jpg", "q3", "Three.", 3, Map.of()),
            new CaptionRow("c.jpg", "c.jpg#0", "Four.", 2, Map.of())),
        judgments.captions());
    assertEquals(
        List.of(other + ":2: the text of 'q1' differs from that at " + first + ":2, which is used"),
        judgments.problems());
    assertEquals(2, Files.readAllLines(captions).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.jpg q 1 1          | 4 columns where there must be 5: image, query_id, rating 1, \
          rating 2, rating 3
          a.jpg q 1 1 1 1      | 6 columns where there must be 5: image, query_id, rating 1, \
          rating 2, rating 3
          a.jpg q 0 1 1        | rating 1 is 0; it must be in 1..4
          a.jpg q 1 5 1        | rating 2 is 5; it must be in 1..4
          a.jpg q 1 1 2.5      | rating 3 is 2.5; it must be a whole number
          a.jpg q 1 nan 1      | rating 2 is 'nan'; it must be a number
          a.jpg q 1 NaN 1      | rating 2 is 'NaN'; it must be a number
          a.jpg q 1 ~ 1        | rating 2 is ''; it must be a number
          ~ q 1 1 1            | the image is empty
          a.jpg ~ 1 1 1        | the query_id is empty
          a.jpg unknown 1 1 1  | no table has the text of the query_id 'unknown'
          good.jpg q 1 1 1     | the pair of 'good.jpg' and 'q' stands twice; the first is used
          "a.jpg q 1 1 1       | a quote is not closed, or text follows a closing quote
          """)
  void aMalformedExpertRowIsNamedAndLeftOut(String row, String reason) throws IOException {
    assertOneProblem("ExpertAnnotations.tsv", "good.jpg q 3 3 3", row, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.jpg q 0.5 1            | 4 columns where there must be 5: image, query_id, \
          share of yes, number of yes, number of no
          a.jpg q 1.2 3 0          | share of yes is 1.2; it must be in 0..1
          a.jpg q -0.1 0 3         | share of yes is -0.1; it must be in 0..1
          a.jpg q 0.5 1 2          | share of yes is 0.5, but 1 of 3 votes are yes
          a.jpg q 1 3 -1           | number of no is -1; it must not be negative
          a.jpg q 1 -3 1           | number of yes is -3; it must not be negative
          a.jpg q 0 0 0            | nobody voted: number of yes and number of no are 0
          a.jpg q half 1 1         | share of yes is 'half'; it must be a number
          a.jpg q 0.5 1.5 1.5      | number of yes is 1.5; it must be a whole number
          a.jpg q 0.5 1e9 1e9      | number of yes is 1e9; it must be a whole number
          a.jpg unknown 1 3 0      | no table has the text of the query_id 'unknown'
          good.jpg q 0 0 3         | the pair of 'good.jpg' and 'q' stands twice; the first is used
          """)
  void aMalformedCrowdRowIsNamedAndLeftOut(String row, String reason) throws IOException {
    assertOneProblem("CrowdAnnotations.tsv", "good.jpg q 1 3 0", row, reason);
  }

  private void assertOneProblem(String name, String good, String bad, String reason)
      throws IOException {
    write("train_dataset.csv", "query_id,query_text\nq,A kite.\n");
    String rows = good + "\n\n" + bad + "\n" + good.replace("good", "other") + "\n";
    Path file = write(name, rows.replace("~", "").replace(' ', '\t'));
    Judgments judgments = read();
    assertEquals(List.of(file + ":3: " + reason), judgments.problems());
    assertEquals(
        List.of("good.jpg", "other.jpg"),
        judgments.pairs().stream().map(JudgedPair::image).toList());
  }

  @Test
  void wholeNumbersMayBeWrittenAsDecimalsAndBackSlashesAsSlashes() throws IOException {
    write("train_dataset.csv", TEXTS);
    write("ExpertAnnotations.tsv", "sub\\a.jpg\ta.jpg#2\t4.0\t 3\t1\n");
    assertEquals(
        List.of(new JudgedPair("sub/a.jpg", "a.jpg#2", "A red kite.", List.of(4, 3, 1), 0, 0)),
        read().pairs());
  }

  @Test
  void aRowThatIsNotUtf8IsNamed() throws IOException {
    write("train_dataset.csv", TEXTS);
    Path file = folder.resolve("ExpertAnnotations.tsv");
    Files.write(
        file, "caf\u00e9.jpg\ta.jpg#2\t1\t1\t1\na.jpg\ta.jpg#2\t1\t1\t1\n".getBytes(ISO_8859_1));
    assertEquals(
        List.of(file + ":1: the text is not UTF-8; save the table as UTF-8"), read().problems());
  }

  @Test
  void aTableOfTextsThatCannotBeReadIsNamedAndTheOthersUsed() throws IOException {
    Path wrong = write("train_dataset.csv", "photo,words\na.jpg,A kite.\n");
    Path quoted = write("quoted_captions.csv", "query_id,query_text\n,No id.\nq1,\nq2,A kite.\n");
    Path experts = write("ExpertAnnotations.tsv", "\n");
    write("CrowdAnnotations.tsv", "a.jpg\tq2\t1\t1\t0\n");
    assertEquals(
        List.of(
            wrong
                + ":1: no columns 'query_id' and 'query_text' in 'photo,words'; the first line must"
                + " be like query_id,query_text",
            quoted + ":2: the query_id is empty",
            quoted + ":3: the text is empty",
            experts + ": the file is empty"),
        read().problems());
  }

  @Test
  void aFolderWithNothingUsableIsRefused() throws IOException {
    Path missing = folder.resolve("missing");
    assertRefused(missing, missing + ": no such folder; judgments are a folder of tables");
    assertRefused(
        folder,
        folder + ": no judgments; it must hold ExpertAnnotations.tsv or CrowdAnnotations.tsv");
    Path file = write("ExpertAnnotations.tsv", "a.jpg\tq\t1\t1\t1\nb.jpg\tq\t1\t1\t1\n");
    assertRefused(
        folder,
        folder
            + ": no usable judgment; the first of 2 problems: "
            + file
            + ":1: no table has the text of the query_id 'q'");
  }

  private static void assertRefused(Path path, String message) {
    assertEquals(
        message, assertThrows(DataException.class, () -> Judgments.read(path)).getMessage());
  }
}
