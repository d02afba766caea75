package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Single requests to a server. Safe for use by several threads. */
final class Transport implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Longer than the minute that OpenSearch itself waits for a shard. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(90);

  private static final JsonMapper MAPPER = new JsonMapper();

  private final URI server;
  private final @Nullable String authorization;
  private final HttpClient http;

  /**
   * @param authorization value of the header, or null for none
   * @param tls whom to trust by https, or null for whom Java trusts
   */
  Transport(URI server, @Nullable String authorization, @Nullable SSLContext tls) {
    this.server = server;
    this.authorization = authorization;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    this.http = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  /**
   * Sends a request.
   *
   * @param path from the server's address, encoded
   * @param body null for none
   */
  ClusterAnswer send(String method, String path, String contentType, byte @Nullable [] body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(ANSWER_TIMEOUT)
            .header("User-Agent", "ocellus")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (body != null) {
      request.header("Content-Type", contentType);
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new ClusterAnswer(response.statusCode(), json(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static JsonNode json(byte[] body) throws IOException {
    try {
      return body.length == 0 ? MissingNode.getInstance() : MAPPER.readTree(body);
    } catch (JsonProcessingException e) { // A proxy's page, say.
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
