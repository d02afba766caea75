package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void libraryThatCannotBeLoadedIsNamedWithTheReason() {
    var fault =
        new ExceptionInInitializerError(new IllegalStateException("x", new IOException("no disk")));
    assertEquals(
        "cannot load ONNX Runtime: no disk",
        NativeLibraries.unloadable("ONNX Runtime", fault).getMessage());
  }

  @Test
  void homeIsTakenWhereItCanBeWritten() throws IOException {
    Path cache = NativeLibraries.cacheFolder(folder, folder.resolve("tmp"), "ann");
    assertEquals(folder.resolve(".djl.ai"), cache);
  }

  @Test
  void ownTemporaryFolderIsTakenWhereHomeCannotBeWritten() throws IOException {
    Path noFolder = Files.createFile(folder.resolve("home"));
    Path cache = NativeLibraries.cacheFolder(noFolder, folder, "ann");
    assertEquals(folder.resolve("ocellus-ann"), cache);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
    assertEquals(cache, NativeLibraries.cacheFolder(noFolder, folder, "ann"));
  }

  @Test
  void temporaryFolderThatOthersMayWriteIsNotTrusted() throws IOException {
    Path noFolder = Files.createFile(folder.resolve("home"));
    Path planted = Files.createDirectory(folder.resolve("ocellus-ann"));
    Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path cache = NativeLibraries.cacheFolder(noFolder, folder, "ann");
    assertNotEquals(planted, cache);
    assertTrue(Files.isDirectory(cache));
  }
}
