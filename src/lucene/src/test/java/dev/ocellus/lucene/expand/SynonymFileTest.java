package dev.ocellus.lucene.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users' synonym files in both of Lucene's formats. */
class SynonymFileTest {

  private static final Analyzer ENGLISH = CaptionAnalyzer.of("en").analyzer();

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("synonyms.txt"), text);
  }

  @Test
  void solrsFormatIsRead() throws IOException {
    SynonymFile synonyms =
        SynonymFile.read(
            file(
                """
                # furniture
                Couches, sofa

                pup => dog, puppy
                """),
            ENGLISH);
    assertEquals(Map.of("sofa", Relation.GIVEN), synonyms.related("couch"));
    assertEquals(Map.of("couch", Relation.GIVEN), synonyms.related("sofa"));
    assertEquals(Map.of("dog", Relation.GIVEN, "puppy", Relation.GIVEN), synonyms.related("pup"));
    assertEquals(Map.of(), synonyms.related("dog"));
    assertEquals(Set.of(), synonyms.notes());
  }

  @Test
  void wordNetsFormatIsRead() throws IOException {
    SynonymFile synonyms =
        SynonymFile.read(
            file(
                """
                s(100000001,1,'couch',n,1,0).
                s(100000001,2,'sofa',n,1,0).
                s(100000002,1,'dog',n,1,0).
                """),
            ENGLISH);
    assertEquals(Map.of("sofa", Relation.GIVEN), synonyms.related("couch"));
    assertEquals(Map.of(), synonyms.related("dog"));
  }

  @Test
  void wordsThatAreNotOneWordAreNamedAndPassedOver() throws IOException {
    Path file = file("dog, hound\nnyc, new york\nthe, dog\n");
    SynonymFile synonyms = SynonymFile.read(file, ENGLISH);
    assertEquals(Map.of("hound", Relation.GIVEN), synonyms.related("dog"));
    assertEquals(
        Set.of(
            file + ":2: \"new york\" is several words; only single words are expanded",
            file + ":3: \"the\" is never searched for; only single words are expanded"),
        synonyms.notes());
  }

  private void assertRefused(String text, String message) throws IOException {
    Path file = file(text);
    DataException e = assertThrows(DataException.class, () -> SynonymFile.read(file, ENGLISH));
    assertEquals(file + message, e.getMessage());
  }

  @Test
  void aBadLineIsNamed() throws IOException {
    assertRefused(
        "couch, sofa\na => b => c\n",
        ":2: no synonym rule: \"a => b => c\"; a rule is like: couch, sofa or pup => dog, puppy");
    assertRefused(
        "s(100000001,1,'couch',n,1,0).\ncouch, sofa\n",
        ":2: no synonym rule: \"couch, sofa\"; a rule is like: s(100000001,1,'couch',n,1,0).");
  }

  @Test
  void aMissingOrUnreadableFileIsNamed() throws IOException {
    Path missing = folder.resolve("none.txt");
    DataException e = assertThrows(DataException.class, () -> SynonymFile.read(missing, ENGLISH));
    assertEquals(
        missing + ": no such file; a synonym file has lines like: couch, sofa", e.getMessage());
    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "café, bar".getBytes(StandardCharsets.ISO_8859_1));
    DataException f = assertThrows(DataException.class, () -> SynonymFile.read(latin, ENGLISH));
    assertEquals(latin + ": not UTF-8; save it in that encoding", f.getMessage());
  }
}
