package dev.ocellus.opensearch.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoRootsTest {

  private static final byte[] PHOTO = {1, 2, 3};

  @TempDir Path temp;

  @Test
  void aFileWithinIsReadBeItAbsoluteOrNot() throws IOException {
    Path root = Files.createDirectories(temp.resolve("root/sub")).getParent();
    Files.write(root.resolve("sub/a.jpg"), PHOTO);
    PhotoRoots roots = new PhotoRoots(List.of(temp.resolve("other"), root));
    assertArrayEquals(PHOTO, roots.read("sub/a.jpg", 3));
    assertArrayEquals(PHOTO, roots.read("sub/../sub/a.jpg", 3));
    assertArrayEquals(PHOTO, roots.read(root.resolve("sub/a.jpg").toString(), 3));
  }

  @Test
  void aLinkWithinIsFollowedAndOneThatLeadsOutIsNot() throws IOException {
    Path root = Files.createDirectory(temp.resolve("root"));
    Path secret = Files.write(temp.resolve("secret.jpg"), PHOTO);
    Files.write(root.resolve("a.jpg"), PHOTO);
    Files.createSymbolicLink(root.resolve("within.jpg"), root.resolve("a.jpg"));
    Files.createSymbolicLink(root.resolve("out.jpg"), secret);
    Files.createSymbolicLink(root.resolve("up"), temp);
    PhotoRoots roots = new PhotoRoots(List.of(root));
    assertArrayEquals(PHOTO, roots.read("within.jpg", 3));
    assertRefused(roots, "out.jpg", "no photo [out.jpg] in the folders of");
    assertRefused(roots, "up/secret.jpg", "no photo [up/secret.jpg] in the folders of");
  }

  @Test
  void aRootThatIsALinkIsAsGoodAsItsFolder() throws IOException {
    Path root = Files.createDirectory(temp.resolve("root"));
    Files.write(root.resolve("a.jpg"), PHOTO);
    Path link = Files.createSymbolicLink(temp.resolve("link"), root);
    assertArrayEquals(PHOTO, new PhotoRoots(List.of(link)).read("a.jpg", 3));
  }

  @Test
  void whatIsOutsideOrNoFileIsRefused() throws IOException {
    Path root = Files.createDirectories(temp.resolve("root/folder")).getParent();
    Files.write(temp.resolve("root2.jpg"), PHOTO);
    PhotoRoots roots = new PhotoRoots(List.of(root));
    assertRefused(roots, "../root2.jpg", "photo [../root2.jpg] is outside of the folders of");
    assertRefused(roots, temp + "/root2.jpg", "is outside of the folders of");
    assertRefused(roots, "folder", "no photo [folder]");
    assertRefused(roots, "", "no photo []");
    assertRefused(roots, "a\0b", "is no path");
    assertRefused(new PhotoRoots(List.of()), "a.jpg", "this node reads none");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    Files.write(temp.resolve("a.jpg"), PHOTO);
    assertRefused(
        new PhotoRoots(List.of(temp)),
        "a.jpg",
        "photo [a.jpg] is above the limit [ocellus.photo.max_bytes] of 2b");
  }

  private static void assertRefused(PhotoRoots roots, String name, String reason) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> roots.read(name, 2)).getMessage();
    assertTrue(message.contains(reason), message);
  }
}
