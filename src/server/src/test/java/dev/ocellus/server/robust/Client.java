package dev.ocellus.server.robust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A well-behaved client. */
record Client(HttpClient http, URI server) implements AutoCloseable {

  static Client of(URI server) {
    return new Client(HttpClient.newHttpClient(), server);
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30)).build();
    return http.send(request, BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> search(String text) throws IOException, InterruptedException {
    return get("/api/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return new JsonMapper().readTree(response.body());
  }

  /** The caption of the best photo. */
  static String best(HttpResponse<byte[]> response) throws IOException {
    return json(response).path("hits").path(0).path("caption").asText();
  }

  @Override
  public void close() {
    http.close();
  }
}
