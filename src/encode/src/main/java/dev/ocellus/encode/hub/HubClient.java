package dev.ocellus.encode.hub;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Sends requests to a hub and to the storage that it points to. Redirects are followed here, not by
 * the JDK's client: a file's hash and commit stand in the first answer, the token is for the hub
 * alone, and nothing sent by https may become readable on the way.
 */
final class HubClient implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);
  private static final int MAX_REDIRECTS = 5;
  private static final long POLL_MILLIS = 100;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HubEndpoint endpoint;
  private final Patience patience;
  private final PullListener listener;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          // A file at a time: nothing to multiplex.
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  HubClient(HubEndpoint endpoint, Patience patience, PullListener listener) {
    this.endpoint = endpoint;
    this.patience = patience;
    this.listener = listener;
  }

  HubEndpoint endpoint() {
    return endpoint;
  }

  /** When the last byte of the answer came, by {@link System#nanoTime}; for answers of no size. */
  static LongSupplier noBytes() {
    long start = System.nanoTime();
    return () -> start;
  }

  /**
   * Sends a request and follows redirects, until an answer has the header that is wanted.
   *
   * @param method GET or HEAD
   * @param wantedHeader ends the following; empty to follow to the end
   * @param lastByte when the last byte of the body came, by {@link System#nanoTime}
   */
  <T> HttpResponse<T> send(
      String method,
      URI address,
      Map<String, String> headers,
      String wantedHeader,
      BodyHandler<T> handler,
      LongSupplier lastByte)
      throws IOException {
    URI here = address;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpResponse<T> response = sendOnce(method, here, headers, handler, lastByte);
      if (!REDIRECTS.contains(response.statusCode())
          || response.headers().firstValue(wantedHeader).isPresent()) {
        return response;
      }
      here = target(here, response.headers().firstValue("Location").orElse(""));
    }
    throw new HubException(address + " redirects more than " + MAX_REDIRECTS + " times");
  }

  /** Where a redirect leads. */
  static URI target(URI from, String location) throws HubException {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new HubException(from + " redirects to no address: \"" + location + "\"", e);
    }
    boolean secure = "https".equalsIgnoreCase(to.getScheme());
    boolean plain = "http".equalsIgnoreCase(to.getScheme());
    if (to.getHost() == null || !secure && !plain) {
      throw new HubException(from + " redirects to no web address: \"" + location + "\"");
    }
    if (plain && "https".equalsIgnoreCase(from.getScheme())) {
      throw new HubException(
          from.getHost() + " redirects from https to http (" + to.getHost() + "); refused");
    }
    return to;
  }

  private <T> HttpResponse<T> sendOnce(
      String method,
      URI address,
      Map<String, String> headers,
      BodyHandler<T> handler,
      LongSupplier lastByte)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("User-Agent", "ocellus");
    headers.forEach(request::header);
    String token = endpoint.tokenFor(address);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request.build(), handler);
    long start = System.nanoTime();
    try {
      while (true) {
        try {
          return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (listener.cancelled()) {
            throw new StoppedException();
          }
          long silent = System.nanoTime() - Math.max(start, lastByte.getAsLong());
          if (silent > patience.silence().toNanos()) {
            throw new TransientException(
                "no byte for " + patience.silence().toMillis() / 1000.0 + " s", null);
          }
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      answer.cancel(true); // without effect on an answer that is there
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
