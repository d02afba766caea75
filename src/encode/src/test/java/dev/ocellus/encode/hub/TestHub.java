package dev.ocellus.encode.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ocellus.encode.FileDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A model hub on this machine: repository {@code acme/tiny} at one commit. Graphs are large files:
 * their sha256 is in the listing, and asking for them redirects to a second server, the storage,
 * which knows ranges and entity tags. Faults are answers given once, in place of the right one.
 */
final class TestHub implements AutoCloseable {

  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private static final Map<ByteBuffer, FileDigest> DIGESTS = new ConcurrentHashMap<>();

  /** One request, as the server saw it. */
  record Request(String method, String path, String range, String authorization, long bytesSent) {}

  /** An answer in place of the right one; returns the bytes of the body that it sent. */
  interface Fault {
    long answer(HttpExchange exchange, byte[] content) throws IOException;
  }

  final Map<String, byte[]> files = new TreeMap<>();

  /** Other entries of the listing than {@link #files}, as JSON. */
  final List<String> listed = new ArrayList<>();

  final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Queue<Fault>> faults = new HashMap<>();
  private final Map<String, byte[]> announced = new HashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer hub = server();
  private final HttpServer storage = server();
  boolean storageKnowsRanges = true;
  boolean pages;

  TestHub(Path model) {
    for (String name :
        List.of(
            "config.json",
            "preprocessor_config.json",
            "tokenizer.json",
            "onnx/text_model.onnx",
            "onnx/vision_model.onnx")) {
      files.put(name, read(model.resolve(name)));
    }
    files.put("README.md", "---\nlicense: mit\n---\n# Tiny\n".getBytes(StandardCharsets.UTF_8));
    files.put("onnx/model.onnx", new byte[10]);
    hub.createContext("/", exchange -> handle(exchange, this::answerAsHub));
    storage.createContext("/", exchange -> handle(exchange, this::answerAsStorage));
    hub.start();
    storage.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + hub.getAddress().getPort();
  }

  /** The next request for a file is answered so, where its content comes from. */
  void fault(String file, Fault fault) {
    faults.computeIfAbsent(file, f -> new ArrayDeque<>()).add(fault);
  }

  /** The listing goes on to announce what a file is now, whatever becomes of its content. */
  void announceAsItIs(String file) {
    announced.put(file, content(file));
  }

  List<Request> requestsFor(String file) {
    synchronized (requests) {
      return requests.stream()
          .filter(request -> request.path().endsWith("/" + file))
          .filter(request -> request.method().equals("GET"))
          .filter(request -> !file.startsWith("onnx/") || request.path().startsWith("/storage/"))
          .toList();
    }
  }

  byte[] content(String file) {
    return files.get(file);
  }

  static Fault status(int status, String... headers) {
    return (exchange, content) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
      return 0;
    };
  }

  /** The connection breaks after so many bytes. */
  static Fault cutAfter(int bytes) {
    return (exchange, content) -> {
      exchange.getResponseHeaders().add("ETag", "\"" + content.length + "\"");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, bytes);
      exchange.getResponseBody().flush();
      return bytes;
    };
  }

  /** Another content of the same length is sent. */
  static Fault corrupt() {
    return (exchange, content) -> {
      byte[] other = content.clone();
      other[other.length / 2] ^= 1;
      return send(exchange, 200, other, 0);
    };
  }

  private interface Answer {
    long send(HttpExchange exchange) throws IOException;
  }

  private void handle(HttpExchange exchange, Answer answer) {
    try (exchange) {
      long sent = answer.send(exchange);
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              header(exchange, "Range"),
              header(exchange, "Authorization"),
              sent));
    } catch (IOException e) {
      // The client went away, which some tests are about.
    }
  }

  private long answerAsHub(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    exchange.getResponseHeaders().add("X-Repo-Commit", COMMIT);
    if (path.equals("/api/models/acme/tiny/tree/" + COMMIT)) {
      return answerListing(exchange);
    }
    for (String revision : List.of("main", COMMIT)) {
      String prefix = "/acme/tiny/resolve/" + revision + "/";
      String file = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
      if (files.containsKey(file)) {
        if (isLarge(file)) {
          String storagePath = "/storage/" + file;
          exchange.getResponseHeaders().add("X-Linked-Etag", sha256(content(file)));
          return status(
                  302,
                  "Location",
                  "http://127.0.0.1:" + storage.getAddress().getPort() + storagePath)
              .answer(exchange, content(file));
        }
        return answerOrFault(exchange, file);
      }
    }
    exchange.getResponseHeaders().remove("X-Repo-Commit");
    return status(path.startsWith("/acme/tiny/") ? 404 : 401).answer(exchange, new byte[0]);
  }

  private long answerAsStorage(HttpExchange exchange) throws IOException {
    return answerOrFault(
        exchange, exchange.getRequestURI().getPath().substring("/storage/".length()));
  }

  private long answerOrFault(HttpExchange exchange, String file) throws IOException {
    byte[] content = content(file);
    Queue<Fault> waiting = faults.get(file);
    if (waiting != null && !waiting.isEmpty()) {
      return waiting.remove().answer(exchange, content);
    }
    String tag = "\"" + content.length + "\"";
    exchange.getResponseHeaders().add("ETag", tag);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      return 0;
    }
    String range = header(exchange, "Range");
    String condition = header(exchange, "If-Range");
    if (storageKnowsRanges
        && range.startsWith("bytes=")
        && (condition.isEmpty() || condition.equals(tag))) {
      int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes %d-%d/%2$d".formatted(from, content.length - 1));
      return send(exchange, 206, content, from);
    }
    return send(exchange, 200, content, 0);
  }

  private long answerListing(HttpExchange exchange) throws IOException {
    List<String> entries = new ArrayList<>(listed);
    entries.add("{\"type\": \"directory\", \"oid\": \"x\", \"size\": 0, \"path\": \"onnx\"}");
    files.keySet().forEach(file -> entries.add(entry(file)));
    boolean first = !String.valueOf(exchange.getRequestURI().getQuery()).contains("cursor");
    List<String> page = entries;
    if (pages) {
      int half = entries.size() / 2;
      page = first ? entries.subList(0, half) : entries.subList(half, entries.size());
      if (first) {
        exchange
            .getResponseHeaders()
            .add("Link", "<" + endpoint() + exchange.getRequestURI() + "&cursor=2>; rel=\"next\"");
      }
    }
    String body = page.stream().collect(Collectors.joining(",", "[", "]"));
    return send(exchange, 200, body.getBytes(StandardCharsets.UTF_8), 0);
  }

  private String entry(String file) {
    byte[] content = announced.getOrDefault(file, content(file));
    String common =
        "{\"type\": \"file\", \"size\": %d, \"path\": \"%s\"".formatted(content.length, file);
    return isLarge(file)
        ? common
            + ", \"oid\": \"of-the-pointer\", \"lfs\": {\"oid\": \"%s\", \"size\": %d, \"pointerSize\": 134}}"
                .formatted(sha256(content), content.length)
        : common + ", \"oid\": \"%s\"}".formatted(digest(content).gitBlob());
  }

  private static boolean isLarge(String file) {
    return file.startsWith("onnx/");
  }

  static long send(HttpExchange exchange, int status, byte[] content, int from) throws IOException {
    exchange.sendResponseHeaders(status, content.length - from);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(content, from, content.length - from);
    }
    return content.length - from;
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  static String sha256(byte[] content) {
    return digest(content).sha256();
  }

  private static FileDigest digest(byte[] content) {
    return DIGESTS.computeIfAbsent(ByteBuffer.wrap(content), bytes -> digestOf(content));
  }

  private static FileDigest digestOf(byte[] content) {
    try {
      Path file = Files.createTempFile("ocellus-test-", null);
      try {
        return FileDigest.of(Files.write(file, content));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpServer server() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    hub.stop(0);
    storage.stop(0);
    threads.shutdownNow();
  }
}
