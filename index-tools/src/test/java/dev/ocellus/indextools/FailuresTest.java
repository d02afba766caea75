package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.encode.ModelException;
import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private static void assertReported(int status, String line, Throwable e) {
    var err = new StringWriter();
    assertEquals(status, new Failures(new PrintWriter(err), () -> false).report(e));
    assertEquals("ocellus: " + line + System.lineSeparator(), err.toString());
  }

  @Test
  void otherArgumentsOrFilesWouldHelp() {
    assertReported(2, "captions.csv:3: no text", new DataException("captions.csv:3: no text"));
    assertReported(2, "two lines", new ModelException("two\nlines"));
    assertReported(2, "no such file or folder: x", new NoSuchFileException("x"));
  }

  @Test
  void theDiskOrTheProgramFailed() {
    assertReported(
        1,
        "the disk failed: /i/_0.cfs: No space left on device",
        new FileSystemException("/i/_0.cfs", null, "No space left on device"));
    assertReported(1, "access denied: x", new AccessDeniedException("x"));
    assertReported(
        1, "reading or writing failed: torn", new UncheckedIOException(new IOException("torn")));
    assertReported(
        1,
        "the program failed: java.lang.IllegalStateException: odd; --verbose says where",
        new IllegalStateException("odd"));
  }
}
