package dev.ocellus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.server.Client.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The metrics, and how answers are carried. */
class MetricsTest {

  @Test
  void requestsSearchesAndTheIndexAreCounted() throws Exception {
    try (OcellusServer server = ServedPhotos.serve(ServerOptions.DEFAULT)) {
      Client client = new Client(server);
      client.get("/api/search?q=cat").json();
      client.post("/api/search", "{'query': 'dog', 'point_in_time': true}").json();
      client.get("/api/search?q=cat&x=1").problem(400, "bad-parameter");
      client.get("/nothing/" + "x".repeat(50)).problem(404, "not-found");
      Answer answer = client.get("/metrics");
      assertEquals("text/plain; version=0.0.4; charset=utf-8", answer.header("Content-Type"));
      for (String line :
          new String[] {
            "ocellus_http_requests_total{method=\"GET\",route=\"/api/search\",status=\"200\"} 1.0",
            "ocellus_http_requests_total{method=\"POST\",route=\"/api/search\",status=\"200\"} 1.0",
            "ocellus_http_requests_total{method=\"GET\",route=\"/api/search\",status=\"400\"} 1.0",
            "ocellus_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 1.0",
            "ocellus_http_request_seconds_count{route=\"/api/search\"} 3",
            "ocellus_searches_total 2.0",
            "ocellus_encode_seconds_count 2",
            "ocellus_points_in_time 1.0",
            "ocellus_index_generation ",
            "ocellus_index_photos ",
            "ocellus_http_in_flight 1.0",
          }) {
        eventually(client, line);
      }
    }
  }

  /** An answer is counted when it has been sent, which its reader may see a moment before. */
  private static void eventually(Client client, String line) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    String text = client.get("/metrics").text();
    while (!text.contains(line) && System.nanoTime() < deadline) {
      text = client.get("/metrics").text();
    }
    assertTrue(text.contains(line), line + " is not in\n" + text);
  }

  @Test
  void jsonIsCompressedWhereAskedForAndPhotosAreNot() throws Exception {
    try (OcellusServer server = ServedPhotos.serve(ServerOptions.DEFAULT)) {
      Client client = new Client(server);
      String search = "/api/search?filter=id:*&size=50&fields=true";
      Answer plain = client.get(search);
      Answer packed = client.get(search, "Accept-Encoding", "gzip");
      assertEquals("", plain.header("Content-Encoding"));
      assertEquals("gzip", packed.header("Content-Encoding"));
      assertTrue(packed.bytes().length < plain.bytes().length / 3);
      String photo = "/api/photos/owl.jpg/image";
      assertEquals("", client.get(photo, "Accept-Encoding", "gzip").header("Content-Encoding"));
    }
  }
}
