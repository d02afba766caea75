package dev.ocellus.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example does what it says, and the README has it word for word. */
class ReadmeExampleTest {

  @TempDir Path temp;

  @Test
  void theExampleFindsPhotos() throws IOException {
    Path photos = TestPhotos.ALL;
    Path captions = TestPhotos.CAPTIONS;
    Path folder = temp.resolve("index");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    // README
    new PhotoIndexer(IndexOptions.of(photos, folder).withCaptions(captions))
        .run(IndexProgress.NONE);
    try (PhotoIndex index = PhotoIndex.open(folder)) {
      for (Hit hit : index.search("two dogs look out of a window").hits()) {
        out.printf("%.2f %s%n", hit.score(), hit.path());
      }
    }
    // END

    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(5, lines.size());
    assertTrue(lines.getFirst().endsWith("spaniels.jpg"), lines.getFirst());
  }

  @Test
  void theReadmeHasThisVeryCode() throws IOException {
    Path source =
        Path.of("src/test/java/dev/ocellus/lucene").resolve(getClass().getSimpleName() + ".java");
    assertEquals(
        between(source, "// README", "// END"),
        between(Path.of("..", "..", "README.md"), "```java", "```"));
  }

  /** The lines between two marks, without white space around them: a formatter may break lines. */
  private static String between(Path file, String first, String last) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(file)) {
      if (inside && line.strip().equals(last)) {
        break;
      }
      if (inside) {
        lines.add(line.strip());
      }
      inside |= line.strip().equals(first);
    }
    return String.join("", lines).replace(" ", "");
  }
}
