package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file need not be read again. */
class FileStampsTest {

  private static final String SHA256 = "5".repeat(64);

  @TempDir Path temp;
  private Path file;
  private final FileStamps stamps = new FileStamps();

  @BeforeEach
  void writeLongAgo() throws IOException {
    file = Files.writeString(temp.resolve("a.jpg"), "content");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    stamps.remember(file, stamps.look(file), SHA256);
  }

  private String known() throws IOException {
    return stamps.sha256(file, stamps.look(file));
  }

  @Test
  void aFileThatLooksTheSameIsKnown() throws IOException {
    assertEquals(SHA256, known());
  }

  @Test
  void anotherSizeOrTimeOrFileIsNot() throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, "longer content");
    Files.setLastModifiedTime(file, time);
    assertNull(known());

    writeLongAgo();
    Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000));
    assertNull(known());

    writeLongAgo();
    Path other = Files.writeString(temp.resolve("b.jpg"), "CONTENT");
    Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000));
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertNull(known());
  }

  @Test
  void aFileWrittenJustNowMayBeWrittenAgainUnseen() throws IOException {
    Files.writeString(file, "content");
    stamps.remember(file, stamps.look(file), SHA256);
    assertNull(known());
  }

  @Test
  void whatWasHeardOfIsReadAgain() throws IOException {
    stamps.forget(file);
    assertNull(known());
    writeLongAgo();
    stamps.forgetAll();
    assertNull(known());
  }
}
