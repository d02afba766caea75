package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ocellus check}. */
class CheckCommandTest {

  @TempDir Path temp;

  @Test
  void aWholeIndexEndsWith0AndAMissingPhotoWith1() throws IOException {
    Path photos = TestPhotos.copy(3, temp.resolve("photos"));
    Path index = temp.resolve("index");
    var model = TestPhotos.TINY_CLIP;
    Cli.run("index", "--photos", photos, "--index", index, "--model", model, "--json").json();
    var clean = Cli.run("check", "--index", index, "--deep");
    assertEquals("3 photos, 0 captions, 3 photo files (3 read): no problems", clean.out().strip());
    assertEquals(0, clean.status());

    Files.delete(photos.resolve("aqueduct.jpg"));
    var gone = Cli.run("check", "--index", index);
    assertEquals(1, gone.status());
    assertTrue(gone.out().startsWith("aqueduct.jpg: its file is gone; "), gone.out());
    assertTrue(gone.out().strip().endsWith("3 photos, 0 captions, 2 photo files: 1 problem"));
    var json = new JsonMapper().readTree(Cli.run("check", "--index", index, "--json").out());
    assertEquals(1, json.get("problems").get("files").asInt());
    assertEquals("files", json.get("lines").get(0).get("part").asText());
  }
}
