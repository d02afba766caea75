package dev.ocellus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.server.Client.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the server does when the index, the disk or a client does not do its part. */
@Timeout(120)
class RobustnessTest {

  @TempDir Path temp;

  private Path photos(String... names) throws Exception {
    return ServedPhotos.copy(temp.resolve("photos"), names);
  }

  private static int found(Client client) throws Exception {
    return client.get("/api/search?filter=id:*&size=100").json().get("hits").size();
  }

  @Test
  void commitsAreSeenWhileItServes() throws Exception {
    Path photos = photos("owl.jpg");
    Path index = ServedPhotos.index(photos, temp.resolve("index"));
    try (OcellusServer server = ServedPhotos.serve(ServerOptions.DEFAULT, index)) {
      Client client = new Client(server);
      assertEquals(1, found(client));
      long before = client.get("/health").json().get("generation").asLong();
      Files.copy(ServedPhotos.ALL.resolve("cow.jpg"), photos.resolve("cow.jpg"));
      ServedPhotos.index(photos, index);
      assertEquals(2, found(client));
      assertEquals(2, client.get("/api/info").json().get("photos").asInt());
      assertTrue(client.get("/health").json().get("generation").asLong() > before);
    }
  }

  @Test
  void anIndexThatGoesIsSaidToBeGoneAndOneThatComesIsServed() throws Exception {
    Path photos = photos("owl.jpg", "cow.jpg");
    Path index = ServedPhotos.index(photos, temp.resolve("index"));
    try (OcellusServer server = ServedPhotos.serve(ServerOptions.DEFAULT, index)) {
      Client client = new Client(server);
      assertEquals(2, found(client));
      ServedPhotos.delete(index);
      Answer gone = client.get("/api/search?q=owl");
      gone.problem(503, "no-index");
      assertTrue(Integer.parseInt(gone.header("Retry-After")) > 0);
      assertTrue(!gone.text().contains(temp.toString()), "no path of the disk: " + gone.text());
      client.get("/health").problem(503, "no-index");
      assertEquals(200, client.get("/metrics").status());
      Files.delete(photos.resolve("cow.jpg"));
      ServedPhotos.index(photos, index);
      // For half a second the old photos may still be shown.
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      Answer back;
      do {
        back = client.get("/api/search?filter=id:*");
      } while ((back.status() == 503 || back.json().get("hits").size() != 1)
          && System.nanoTime() < deadline);
      assertEquals(1, back.json().get("hits").size());
    }
  }

  @Test
  void anIndexReplacedByAnotherIsOpenedAnew() throws Exception {
    Path photos = photos("owl.jpg", "cow.jpg");
    Path index = ServedPhotos.index(photos, temp.resolve("index"));
    try (OcellusServer server = ServedPhotos.serve(ServerOptions.DEFAULT, index)) {
      Client client = new Client(server);
      assertEquals(2, found(client));
      Path other = ServedPhotos.copy(temp.resolve("others"), "duck.jpg", "hens.jpg", "kitten.jpg");
      Path another = ServedPhotos.index(other, temp.resolve("another"));
      ServedPhotos.delete(index);
      Files.move(another, index);
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (found(client) != 3 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertEquals(3, found(client));
      assertEquals(200, client.get("/api/photos/duck.jpg/thumbnail").status());
    }
  }

  @Test
  void whatIsTooMuchIsRefusedAtOnceAndTheRestIsAnswered() throws Exception {
    ServerLimits narrow = ServerLimits.DEFAULT.withSearches(1, 2);
    try (OcellusServer server = ServedPhotos.serve(ServerOptions.DEFAULT.withLimits(narrow));
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Client client = new Client(server);
      List<Future<Answer>> answers = new ArrayList<>();
      // The first one loads the encoder, which takes longer than forty requests do.
      for (int i = 0; i < 40; i++) {
        answers.add(clients.submit(() -> client.get("/api/search?q=a+cat+looks+up")));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        if (answer.get().status() == 503) {
          answer.get().problem(503, "overloaded");
          assertEquals("1", answer.get().header("Retry-After"));
        }
        statuses.add(answer.get().status());
      }
      var counts = statuses.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
      assertTrue(counts.get(200) >= 3, counts.toString());
      assertEquals(40, counts.get(200) + counts.getOrDefault(503, 0L), counts.toString());
      assertTrue(counts.containsKey(503), counts.toString());
      assertEquals(200, client.get("/api/search?q=cat").status());
    }
  }

  @Test
  void slowSendersAreCut() throws Exception {
    ServerLimits quick =
        ServerLimits.DEFAULT.withTimeouts(
            Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO);
    try (OcellusServer server = ServedPhotos.serve(ServerOptions.DEFAULT.withLimits(quick))) {
      try (Wire idle = new Wire(server)) {
        assertEquals("", idle.rest(), "an idle connection is closed");
      }
      try (Wire half = new Wire(server)) {
        String answer = half.send("GET /health HTTP/1.1\nHost: loc").rest();
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 408 "), answer);
      }
      try (Wire drip = new Wire(server)) {
        drip.send("GET /health HTTP/1.1\n");
        CompletableFuture<String> cut = new CompletableFuture<>();
        Thread.startVirtualThread(
            () -> {
              try {
                cut.complete(drip.rest());
              } catch (Exception e) {
                cut.complete("reset");
              }
            });
        int headers = 0;
        while (!cut.isDone() && headers < 600) {
          try {
            drip.send("X-%d: y\n".formatted(headers++));
          } catch (IOException closed) {
            break;
          }
          LockSupport.parkNanos(50_000_000);
        }
        assertTrue(headers < 200, "cut after " + headers + " headers in as many twentieths of a s");
      }
      assertEquals(200, new Client(server).get("/health").status());
    }
  }

  @Test
  void anUploadThatIsBrokenOffHarmsNobody() throws Exception {
    try (OcellusServer server = ServedPhotos.serve(ServerOptions.DEFAULT)) {
      for (int i = 0; i < 20; i++) {
        try (Wire wire = new Wire(server)) {
          wire.send(
              "POST /api/search HTTP/1.1\nHost: localhost\nContent-Type: image/jpeg\n"
                  + "Content-Length: 1000000\n\nabc");
        }
      }
      Client client = new Client(server);
      assertEquals(200, client.get("/health").status());
      try (Wire chunked = new Wire(server)) {
        String answer =
            chunked
                .send(
                    "POST /api/search HTTP/1.1\nHost: localhost\nContent-Type: application/json\n"
                        + "Transfer-Encoding: chunked\nConnection: close\n\n"
                        + "10\n{\"query\": \"cat\",\nb\n\"size\": 1 }\n0\n\n")
                .rest();
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
      }
    }
  }

  @Test
  void stoppingLetsRunningRequestsEnd() throws Exception {
    OcellusServer server = ServedPhotos.serve(ServerOptions.DEFAULT);
    Client client = new Client(server);
    assertEquals(200, client.get("/health").status());
    // Loads the encoder: long enough to be running when the server stops.
    CompletableFuture<Answer> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return client.get("/api/search?q=a+cat+looks+up");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (!client.get("/metrics").text().contains("ocellus_http_in_flight 2")
        && !running.isDone()) {
      Thread.onSpinWait();
    }
    int port = server.address().getPort();
    server.close();
    assertEquals(5, running.get().json().get("hits").size());
    assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
  }

  @Test
  void twoServersCannotListenAtOnePort() throws Exception {
    try (OcellusServer first = ServedPhotos.serve(ServerOptions.DEFAULT)) {
      int port = first.address().getPort();
      ServerException refused =
          assertThrows(
              ServerException.class,
              () ->
                  OcellusServer.start(
                      ServerOptions.DEFAULT.withPort(port),
                      () -> PhotoIndex.open(ServedPhotos.index())));
      assertEquals(
          "cannot listen at 127.0.0.1:%d; is it taken? choose another --port".formatted(port),
          refused.getMessage());
    }
  }
}
