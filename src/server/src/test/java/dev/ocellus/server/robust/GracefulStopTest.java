package dev.ocellus.server.robust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.server.ServerLimits;
import dev.ocellus.server.ServerOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GracefulStopTest {

  private static final byte[] REQUEST = "{\"query\": \"a cat\"}".getBytes(UTF_8);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path temp;

  @Test
  void aRunningRequestIsAnsweredAndNoOtherAccepted() throws Exception {
    FewPhotos photos = FewPhotos.serve(temp, ServerOptions.DEFAULT);
    URI address = photos.address();
    try (RawClient running = beginSearch(address)) {
      CompletableFuture<Void> stopped = stop(photos);
      awaitRefusal(address);
      assertTrue(!stopped.isDone(), "stopped with a request running");
      running.send(REQUEST);
      assertEquals(200, running.readStatus());
      stopped.get();
    }
  }

  @Test
  void aRequestThatNeverEndsDoesNotKeepTheServer() throws Exception {
    ServerLimits limits = ServerLimits.DEFAULT;
    FewPhotos photos =
        FewPhotos.serve(
            temp,
            ServerOptions.DEFAULT.withLimits(
                limits.withTimeouts(
                    limits.idleTimeout(), limits.requestTimeout(), Duration.ofSeconds(1))));
    URI address = photos.address();
    try (RawClient ignored = beginSearch(address)) {
      // Ends, with or without a complaint about the request.
      stop(photos).handle((done, failure) -> done).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      awaitRefusal(address);
    }
  }

  /** Its body is still to come, and the server waits for it. */
  private static RawClient beginSearch(URI address) throws IOException {
    RawClient client =
        new RawClient(address)
            .begin(
                "POST /api/search",
                "Content-Type: application/json",
                "Content-Length: " + REQUEST.length,
                "Expect: 100-continue");
    assertEquals("HTTP/1.1 100 Continue", client.readHead().strip());
    return client;
  }

  private static CompletableFuture<Void> stop(FewPhotos photos) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            photos.close();
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static void awaitRefusal(URI address) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try (RawClient client = new RawClient(address)) {
        Thread.sleep(20);
      } catch (ConnectException refused) {
        return;
      }
    }
    throw new AssertionError("still accepts connections");
  }
}
