package dev.ocellus.opensearch.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More than a node can do is refused, and the node goes on. */
@ExtendWith(EncodingCluster.class)
class LimitsTest {

  private static final int CLIENTS = 24;
  private static final int REQUESTS = 120;

  @Test
  void aFloodOfQueriesGetsRefusalsAndThenAnswersAgain(TestCluster cluster) throws Exception {
    RestClient client = cluster.client();
    client.post("/_ocellus/encode", body(0, 1)).expect(200);
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<String> refusals = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<RestAnswer>> answers =
          IntStream.range(1, REQUESTS)
              .mapToObj(i -> clients.submit(() -> client.post("/_ocellus/encode", body(i, 64))))
              .toList();
      for (Future<RestAnswer> answer : answers) {
        statuses.merge(answer.get().status(), 1, Integer::sum);
        if (answer.get().status() == 429) {
          refusals.add(answer.get().reason());
        }
      }
    }
    assertTrue(statuses.containsKey(429), "none was refused: " + statuses);
    assertTrue(statuses.containsKey(200), "none was answered: " + statuses);
    assertEquals(2, statuses.size(), "answered or refused, nothing else: " + statuses);
    assertTrue(refusals.getFirst().contains("ocellus_encode"), refusals.getFirst());
    client.post("/_ocellus/encode", body(REQUESTS, 1)).expect(200);
    RestAnswer stats = client.get("/_ocellus/stats").expect(200);
    assertTrue(
        stats.json().get("nodes").iterator().next().at("/encoding/rejected/queue").asInt() > 0,
        stats.body());
  }

  @Test
  void whatWouldTakeTooMuchMemoryIsRefused(TestCluster cluster) throws IOException {
    RestClient client = cluster.client();
    String photo =
        EncodingCluster.base64(Files.readAllBytes(EncodingCluster.PHOTOS.resolve("coffee.jpg")));
    set(client, "breaker.ocellus_encode.limit", "\"300kb\"");
    try {
      RestAnswer texts = client.post("/_ocellus/encode", body(1000, 200)).expect(429);
      assertTrue(texts.reason().contains("[ocellus_encode] Data too large"), texts.body());
      RestAnswer large =
          client.post("/_ocellus/encode", "{\"photos\": [\"" + photo + "\"]}").expect(400);
      assertTrue(
          large.reason().contains("above the limit [breaker.ocellus_encode.limit] of 300kb"),
          large.body());
    } finally {
      set(client, "breaker.ocellus_encode.limit", "null");
    }
    client.post("/_ocellus/encode", body(1000, 200)).expect(200);
    client.post("/_ocellus/encode", "{\"photos\": [\"" + photo + "\"]}").expect(200);
  }

  @Test
  void limitsOfPhotosChangeWhileTheNodeRuns(TestCluster cluster) throws IOException {
    RestClient client = cluster.client();
    String photo =
        EncodingCluster.base64(Files.readAllBytes(EncodingCluster.PHOTOS.resolve("coffee.jpg")));
    String body = "{\"photos\": [\"" + photo + "\"]}";
    set(client, "ocellus.photo.max_pixels", "10000");
    try {
      String reason = client.post("/_ocellus/encode", body).expect(400).reason();
      assertTrue(reason.contains("megapixels, above the limit of 0.01"), reason);
    } finally {
      set(client, "ocellus.photo.max_pixels", "null");
    }
    set(client, "ocellus.photo.max_bytes", "\"1kb\"");
    try {
      String reason = client.post("/_ocellus/encode", body).expect(400).reason();
      assertTrue(reason.contains("above the limit [ocellus.photo.max_bytes] of 1kb"), reason);
    } finally {
      set(client, "ocellus.photo.max_bytes", "null");
    }
    client.post("/_ocellus/encode", body).expect(200);
  }

  @Test
  void settingsOutOfTheirRangesAreRefusedWithTheRange(TestCluster cluster) {
    RestClient client = cluster.client();
    Map.of(
            "\"ocellus.encode.batch\": 0", "must be >= 1",
            "\"ocellus.encode.batch\": 1000", "must be <= 256",
            "\"ocellus.photo.max_pixels\": 0", "must be >= 1",
            "\"ocellus.photo.max_bytes\": \"2gb\"", "must be <= [1gb]",
            "\"ocellus.encode.threads\": 3", "not dynamically updateable")
        .forEach(
            (setting, reason) -> {
              RestAnswer answer =
                  client
                      .put("/_cluster/settings", "{\"transient\": {" + setting + "}}")
                      .expect(400);
              assertTrue(answer.body().contains(reason), answer.body());
            });
  }

  @Test
  void thePoolGrowsWhileTheNodeRuns(TestCluster cluster) throws Exception {
    RestClient client = cluster.client();
    assertEquals("1", mostThreads(client));
    set(client, "cluster.thread_pool.ocellus_encode.size", "2");
    try (ExecutorService clients = Executors.newFixedThreadPool(3)) {
      for (int i = 0; i < 6; i++) {
        String body = body(2000 + i, 64);
        var unused = clients.submit(() -> client.post("/_ocellus/encode", body).expect(200));
      }
    } finally {
      set(client, "cluster.thread_pool.ocellus_encode.size", "1");
    }
    assertEquals("2", mostThreads(client));
  }

  private static String mostThreads(RestClient client) {
    client.post("/_ocellus/encode", body(3000, 1)).expect(200);
    return client
        .get("/_cat/thread_pool/ocellus_encode?h=largest&format=json")
        .expect(200)
        .at("/0/largest")
        .asText();
  }

  /** So many texts that no other request has. */
  private static String body(int request, int texts) {
    return IntStream.range(0, texts)
        .mapToObj(i -> "\"the photo number %d of request %d\"".formatted(i, request))
        .collect(Collectors.joining(",", "{\"texts\": [", "]}"));
  }

  private static void set(RestClient client, String setting, String value) {
    client
        .put("/_cluster/settings", "{\"transient\": {\"%s\": %s}}".formatted(setting, value))
        .expect(200);
  }
}
