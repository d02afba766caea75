package dev.ocellus.indextools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ocellus.encode.FileDigest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The least of a model hub: one repository, {@code acme/tiny}, whose files are a folder's. */
final class HubServer implements AutoCloseable {

  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private final Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile String stallingFile = "";
  private volatile int stallingAfter;

  HubServer(Path folder) throws IOException {
    this.folder = folder;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next request for a file gets so many bytes, and then nothing. */
  void stallAfter(String file, int bytes) {
    stallingFile = file;
    stallingAfter = bytes;
  }

  /** Open once that request came. */
  CountDownLatch stalled() {
    return stalled;
  }

  /** The ranges that were asked for. */
  List<String> ranges() {
    return ranges;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("X-Repo-Commit", COMMIT);
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith("/api/models/acme/tiny/tree/")) {
        send(exchange, listing().getBytes(StandardCharsets.UTF_8), 0);
      } else {
        sendFile(exchange, path.replaceFirst("^/acme/tiny/resolve/[^/]+/", ""));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendFile(HttpExchange exchange, String file)
      throws IOException, InterruptedException {
    byte[] content = Files.readAllBytes(folder.resolve(file));
    exchange.getResponseHeaders().add("ETag", "\"1\"");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    if (file.equals(stallingFile)) {
      stallingFile = "";
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, stallingAfter);
      exchange.getResponseBody().flush();
      stalled.countDown();
      closed.await();
      return;
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = 0;
    if (range != null) {
      ranges.add(range);
      from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    send(exchange, content, from);
  }

  private static void send(HttpExchange exchange, byte[] content, int from) throws IOException {
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
    exchange.getResponseBody().write(content, from, content.length - from);
  }

  private String listing() throws IOException {
    List<String> entries = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FileDigest digest = FileDigest.of(file);
        entries.add(
            "{\"type\": \"file\", \"path\": \"%s\", \"size\": %d, \"oid\": \"%s\"}"
                .formatted(
                    folder.relativize(file).toString().replace('\\', '/'),
                    digest.size(),
                    digest.gitBlob()));
      }
    }
    return "[" + String.join(",", entries) + "]";
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
