package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  private static final Pattern PICTURE = Pattern.compile("src=\"data:image/jpeg;base64,([^\"]+)\"");

  @TempDir Path temp;

  @Test
  void everyPromiseComesTrueAndThePageIsNamedLast() throws IOException {
    System.setProperty("ocellus.home", TestPhotos.HOME.toString());
    var page = temp.resolve("demo.html");
    var result = Cli.run("demo", "--out", page);
    assertEquals(0, result.status(), result.out() + result.err());
    assertEquals(6, result.out().lines().filter(l -> l.startsWith("=> as promised.")).count());
    assertEquals(page.toAbsolutePath().toString(), result.out().lines().toList().getLast());
    var indexFolder = Pattern.compile("into (\\S+), removed at the end").matcher(result.out());
    assertTrue(indexFolder.find(), result.out());
    assertFalse(Files.exists(Path.of(indexFolder.group(1))), "the index is removed");

    var html = Files.readString(page);
    assertTrue(html.contains("a cup of espresso"));
    assertNeedsNoOtherFile(html);
    var pictures = PICTURE.matcher(html);
    int found = 0;
    while (pictures.find()) {
      var bytes = Base64.getDecoder().decode(pictures.group(1));
      assertTrue(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth() > 100);
      found++;
    }
    assertTrue(found >= 18, found + " pictures");
  }

  @Test
  void ownPhotosAreSearchedByOwnQueries() throws IOException {
    var photos = TestPhotos.copy(3, temp.resolve("mine"));
    var captions = temp.resolve("captions.csv");
    Files.writeString(captions, "image,caption\n%s,<b>old</b> & \"bridge\"\n".formatted(first()));
    var page = temp.resolve("mine.html");
    var result =
        Cli.run(
            "demo",
            "--photos",
            photos,
            "--captions",
            captions,
            "--out",
            page,
            "<script>",
            "bridge");
    assertEquals(0, result.status(), result.err());
    var html = Files.readString(page);
    assertTrue(html.contains("&lt;script&gt;"));
    assertFalse(html.contains("<script"));
    assertFalse(html.contains("<b>old"));
    assertTrue(html.contains("&lt;b&gt;old"));
    assertNeedsNoOtherFile(html);
  }

  @Test
  void ownPhotosNeedQueries() {
    var result = Cli.run("demo", "--photos", TestPhotos.PHOTOS);
    assertEquals(2, result.status());
    assertTrue(result.err().contains("--photos needs queries"), result.err());
  }

  @Test
  void aPageThatCannotBeWrittenIsRefusedBeforeTheWork() {
    var page = temp.resolve("missing/page.html");
    var result = Cli.run("demo", "--out", page);
    assertEquals(2, result.status());
    assertEquals("", result.out());
    assertTrue(result.err().contains("--out " + page + ": there is no such folder"), result.err());
  }

  private static String first() throws IOException {
    return TestPhotos.photos().getFirst().getFileName().toString();
  }

  /** No address but data, no import, no script. */
  private static void assertNeedsNoOtherFile(String html) {
    var withoutPictures = PICTURE.matcher(html).replaceAll("");
    assertFalse(
        Pattern.compile("(?i)src=|href=|url\\(|@import|<script|<link|https?:")
            .matcher(withoutPictures)
            .find(),
        "the page refers to something outside");
  }
}
