package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * REST requests to one node. Bodies are JSON, or lines of JSON where the request says {@code _bulk}
 * or {@code _msearch}. Safe for use by several threads.
 */
public final class RestClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final URI node;

  /** Of a node, or of any server of JSON. */
  public RestClient(URI node) {
    this.node = node;
  }

  /** GET. */
  public RestAnswer get(String path) {
    return send("GET", path, "");
  }

  /** GET with a body, as searches may have. */
  public RestAnswer get(String path, String body) {
    return send("GET", path, body);
  }

  /** PUT. */
  public RestAnswer put(String path, String body) {
    return send("PUT", path, body);
  }

  /** POST. */
  public RestAnswer post(String path, String body) {
    return send("POST", path, body);
  }

  /** DELETE. */
  public RestAnswer delete(String path) {
    return send("DELETE", path, "");
  }

  /** Whether a GET is answered by 200; not if nobody listens yet or any more. */
  public boolean answers(String path) {
    try {
      return get(path).status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Any request.
   *
   * @param path from the root, with parameters
   * @param body empty: none
   * @throws UncheckedIOException if the node does not answer
   */
  public RestAnswer send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(path))
            .timeout(LONGEST)
            .method(method, BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", isLines(path) ? "application/x-ndjson" : "application/json");
    }
    String what = method + " " + path;
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new RestAnswer(what, answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(what + " to " + node, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new ConnectException("interrupted"));
    }
  }

  private static boolean isLines(String path) {
    return path.contains("_bulk") || path.contains("_msearch");
  }
}
