package dev.ocellus.server.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.server.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleConnectionsTest {

  private static final int WANTED = 10_000;

  /** Files that this process and its child need besides. */
  private static final int OTHERS = 300;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path temp;

  @Test
  void searchesAreAnsweredBesideTenThousandIdleConnections() throws Exception {
    int connections = (int) Math.min(WANTED, OpenFiles.most() - OpenFiles.count() - OTHERS);
    if (connections < WANTED) {
      System.err.printf(
          "NOTE: this machine allows %d open files: %d idle connections instead of %d%n",
          OpenFiles.most(), connections, WANTED);
    }
    try (FewPhotos photos = FewPhotos.serve(temp, ServerOptions.DEFAULT);
        Client client = Client.of(photos.address())) {
      assertEquals(200, client.search("a cat").statusCode());
      long before = OpenFiles.count();
      Process idle = open(photos.address().getPort(), connections);
      try (BufferedReader said = idle.inputReader(StandardCharsets.UTF_8)) {
        assertEquals("open: " + connections, said.readLine());
        for (int i = 0; i < 20; i++) {
          long start = System.nanoTime();
          assertEquals("A cat.", Client.best(client.search("a cat")));
          assertTrue(System.nanoTime() - start < PATIENCE.toNanos());
        }
        // Accepted, not only waiting to be.
        assertTrue(OpenFiles.count() >= before + connections, "open: " + OpenFiles.count());
      } finally {
        idle.getOutputStream().close();
        idle.waitFor();
      }
      OpenFiles.assertAtMost(before + 5, PATIENCE);
      assertEquals(200, client.search("a dog").statusCode());
    }
  }

  private static Process open(int port, int connections) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            IdleConnections.class.getName(),
            Integer.toString(port),
            Integer.toString(connections))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
