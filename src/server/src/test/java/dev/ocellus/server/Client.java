package dev.ocellus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Asks a server over HTTP, as a program would. */
public final class Client {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  public Client(OcellusServer server) {
    this.address = server.address();
  }

  /** An answer. */
  public record Answer(HttpResponse<byte[]> response) {

    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status()
          + " "
          + header("Content-Type")
          + (header("Content-Type").endsWith("json") ? " " + text() : "");
    }

    public byte[] bytes() {
      return response.body();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The JSON of an answer without a problem. */
    public JsonNode json() {
      assertEquals(200, status(), toString());
      assertEquals("application/json", header("Content-Type"));
      return tree();
    }

    /** The problem of an answer, which has this status, and a type of this name. */
    public JsonNode problem(int status, String type) {
      assertEquals(status, status(), toString());
      assertEquals("application/problem+json", header("Content-Type"));
      JsonNode problem = tree();
      assertEquals(status, problem.get("status").asInt());
      assertEquals("urn:ocellus:problem:" + type, problem.get("type").asText());
      assertTrue(problem.get("title").asText().length() > 3, problem.toString());
      assertEquals(1, problem.get("detail").asText().lines().count(), problem.toString());
      assertTrue(!text().contains("\tat ") && !text().contains("Exception"), text());
      return problem;
    }

    private JsonNode tree() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }
  }

  /** A text as part of an address. */
  public static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public Answer get(String path, String... headers) throws IOException, InterruptedException {
    return send("GET", path, new byte[0], headers);
  }

  public Answer post(String path, String mediaType, byte[] body)
      throws IOException, InterruptedException {
    return send("POST", path, body, "Content-Type", mediaType);
  }

  /** Posts JSON, in which ' stands for ". */
  public Answer post(String path, String json) throws IOException, InterruptedException {
    return post(path, "application/json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param headers names and values in turn
   */
  public Answer send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/$", "") + path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
  }
}
