package dev.ocellus.encode.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an answer's body on the disk. */
class FileSinkTest {

  @TempDir private Path temp = Path.of("");

  private static void send(FileSink sink, byte[] body) {
    try (var publisher = new SubmissionPublisher<List<ByteBuffer>>(Runnable::run, 1)) {
      publisher.subscribe(sink);
      publisher.submit(List.of(ByteBuffer.wrap(body)));
    }
    sink.getBody().toCompletableFuture().join();
  }

  @Test
  void restGoesBehindWhatIsThere() throws Exception {
    Path file = Files.write(temp.resolve("part"), new byte[] {1, 2, 9, 9});
    send(new FileSink(file, 2, 4, position -> {}), new byte[] {3, 4});
    assertEquals("[1, 2, 3, 4]", java.util.Arrays.toString(Files.readAllBytes(file)));
  }

  @Test
  void fullDiskIsTheDisksFaultAndNotTheNetworks() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only Linux has a device that is always full");
    var sink = new FileSink(full, 0, 3, position -> {});
    var failure = assertThrows(CompletionException.class, () -> send(sink, new byte[] {1, 2, 3}));
    var disk = assertInstanceOf(FileSystemException.class, failure.getCause());
    assertEquals("/dev/full: No space left on device", disk.getMessage());
  }
}
