package dev.ocellus.server.robust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.server.ServerLimits;
import dev.ocellus.server.ServerOptions;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that take their time, or go away, cost the others nothing. */
class SlowClientTest {

  private static final Duration LONGEST = Duration.ofSeconds(4);

  /** More than the server has threads. */
  private static final int SLOW_ONES = 100;

  /** Files that may be open or not: a log, a jar, an idle connection. */
  private static final int FEW = 5;

  @TempDir static Path temp;
  private static FewPhotos photos;

  @BeforeAll
  static void start() throws IOException {
    ServerLimits limits =
        ServerLimits.DEFAULT.withTimeouts(LONGEST.multipliedBy(2), LONGEST, Duration.ofSeconds(5));
    photos = FewPhotos.serve(temp, ServerOptions.DEFAULT.withLimits(limits));
  }

  @AfterAll
  static void stop() throws IOException {
    photos.close();
  }

  @Test
  void whoSendsAByteASecondKeepsNobodyWaiting() throws Exception {
    List<RawClient> slow = new ArrayList<>();
    try (Client client = Client.of(photos.address())) {
      for (int i = 0; i < SLOW_ONES; i++) {
        slow.add(
            new RawClient(photos.address())
                .begin(
                    "POST /api/search", "Content-Type: application/json", "Content-Length: 1000"));
      }
      for (int second = 0; second < 3; second++) {
        for (RawClient each : slow) {
          each.send("{".getBytes(ISO_8859_1));
        }
        assertEquals(200, client.search("a cat").statusCode());
        Thread.sleep(1000);
      }
    } finally {
      for (RawClient each : slow) {
        each.close();
      }
    }
  }

  @Test
  void whoNeverEndsItsHeadersIsToldSo() throws Exception {
    try (RawClient client = new RawClient(photos.address())) {
      client.send("GET /api/search?q=cat HTTP/1.1\r\nHost: 127.0.0.1\r\n".getBytes(ISO_8859_1));
      assertTrue(isClosed(client), "still open");
    }
  }

  /** Reads until the server closes. */
  private static boolean isClosed(RawClient client) throws IOException {
    try {
      while (client.read() >= 0) {}
      return true;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void uploadsThatBreakOffLeaveNothingBehind() throws Exception {
    try (Client client = Client.of(photos.address())) {
      client.search("a cat");
      long before = OpenFiles.count();
      for (int i = 0; i < 200; i++) {
        new RawClient(photos.address())
            .begin("POST /api/search", "Content-Type: image/jpeg", "Content-Length: 1000000")
            .send(new byte[100_000])
            .reset();
      }
      assertEquals(200, client.search("a cat").statusCode());
      OpenFiles.assertAtMost(before + FEW, LONGEST);
    }
  }

  @Test
  void downloadsThatBreakOffLeaveNothingBehind() throws Exception {
    try (Client client = Client.of(photos.address())) {
      client.search("a cat");
      long before = OpenFiles.count();
      for (int i = 0; i < 200; i++) {
        new RawClient(photos.address()).begin("GET /api/photos/cat.jpg/image").reset();
      }
      assertEquals(200, client.get("/api/photos/cat.jpg/image").statusCode());
      OpenFiles.assertAtMost(before + FEW, LONGEST);
    }
  }
}
