package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ocellus add}, {@code edit} and {@code delete}. */
class EditCommandsTest {

  @TempDir Path temp;
  private Path photos;
  private Path index;

  @BeforeEach
  void indexTwoPhotos() throws IOException {
    photos = TestPhotos.copy(2, temp.resolve("photos"));
    index = temp.resolve("index");
    Cli.run(
            "index",
            "--photos",
            photos,
            "--index",
            index,
            "--model",
            TestPhotos.TINY_CLIP,
            "--json")
        .json();
  }

  @Test
  void captionsTagsAndFieldsAreSetAndFound() {
    var edit =
        Cli.run(
                "edit",
                "--index",
                index,
                "--json",
                "--caption",
                "Roman arches.",
                "--tag",
                "old",
                "--tag",
                "stone",
                "--field",
                "stars=long",
                "--set",
                "stars=5",
                "aqueduct.jpg")
            .json();
    assertEquals(1, edit.get("changed").asInt());
    assertEquals(2, edit.get("photos").asInt());
    var hit =
        Cli.run("search", "--index", index, "--json", "--top", 1, "arches").json().get("hits");
    assertEquals("Roman arches.", hit.get(0).get("caption").asText());
    var none =
        Cli.run("edit", "--index", index, "--no-captions", "--set", "stars=", "aqueduct.jpg");
    assertEquals(
        "0 added, 1 changed, 0 unchanged, 0 deleted, 0 unreadable; 2 photos in the index",
        none.out().strip());
  }

  @Test
  void photosAreAddedAndDeleted() throws IOException {
    Path third = Files.copy(TestPhotos.photos().get(2), photos.resolve("third.jpg"));
    Path broken = Files.writeString(photos.resolve("broken.jpg"), "no photo");
    var added = Cli.run("add", "--index", index, "--json", "--caption", "A bee.", third, broken);
    assertEquals(Failures.USER_ERROR, added.status());
    assertTrue(added.err().startsWith(broken + ": "), added.err());
    assertTrue(added.out().contains("\"added\" : 1"), added.out());

    var deleted = Cli.run("delete", "--index", index, "--json", "third.jpg", "aqueduct.jpg").json();
    assertEquals(2, deleted.get("deleted").asInt());
    assertEquals(1, deleted.get("photos").asInt());
  }

  @Test
  void anUnknownIdChangesNothing() {
    Cli.run("delete", "--index", index, "aqueduct.jpg", "none.jpg")
        .assertFails(
            Failures.USER_ERROR,
            "no photo 'none.jpg' in "
                + index
                + "; ids are paths in the photo folder, as searches show them");
    assertEquals(2, Cli.run("info", "--index", index, "--json").json().get("photos").asInt());
    Cli.run("edit", "--index", index, "aqueduct.jpg")
        .assertFails(
            Failures.USER_ERROR,
            "what shall be changed? give --caption, --no-captions, --tag, --no-tags or --set");
    Cli.run("edit", "--index", index, "--tag", "a", "--no-tags", "aqueduct.jpg")
        .assertFails(Failures.USER_ERROR, "--tag and --no-tags contradict each other; give one");
  }
}
