package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.lucene.PhotoIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ocellus index --watch} in a process of its own. */
@Timeout(120)
class WatchCommandTest {

  @TempDir Path temp;

  @Test
  void itPrintsALineForEveryUpdateAndEndsCleanlyBySignal() throws Exception {
    Path photos = TestPhotos.copy(2, temp.resolve("photos"));
    Path index = temp.resolve("index");
    Path err = temp.resolve("err");
    var process =
        Cli.process(
                "index",
                "--watch",
                "--json",
                "--model",
                TestPhotos.TINY_CLIP,
                "--photos",
                photos,
                "--index",
                index)
            .redirectError(err.toFile())
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals(2, next(lines, err).get("added").asInt());
      Path third = TestPhotos.photos().get(2);
      Files.copy(third, photos.resolve("third.jpg"));
      JsonNode update = next(lines, err);
      assertEquals(1, update.get("added").asInt());
      assertEquals(3, update.get("photos").asInt());
      process.toHandle().destroy(); // SIGTERM; Process.destroy would close the streams too.
      assertEquals(128 + 15, process.waitFor(), () -> read(err));
    } finally {
      process.destroyForcibly();
    }
    try (var open = PhotoIndex.open(index)) {
      assertEquals(3, open.info().photos());
    }
  }

  private static JsonNode next(BufferedReader lines, Path err) throws IOException {
    String line = lines.readLine();
    assertNotNull(line, () -> read(err));
    return new JsonMapper().readTree(line);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
