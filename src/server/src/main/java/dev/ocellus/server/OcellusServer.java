package dev.ocellus.server;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.server.api.LiveIndex;
import dev.ocellus.server.http.HostCheck;
import dev.ocellus.server.http.ProblemHandler;
import dev.ocellus.server.http.Route;
import dev.ocellus.server.http.Router;
import dev.ocellus.server.http.SecurityHeaders;
import dev.ocellus.server.http.TokenCheck;
import dev.ocellus.server.http.WorkPool;
import dev.ocellus.server.metrics.MetricsHandler;
import dev.ocellus.server.metrics.ServerMetrics;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server over one index. It listens from {@link #start} until it is closed, which lets
 * running requests end.
 */
public final class OcellusServer implements AutoCloseable {

  /** Threads that read and write; searches and thumbnails have their own. */
  private static final int THREADS = 32;

  private static final Duration BETWEEN_PRUNES = Duration.ofSeconds(15);

  private final ServerOptions options;
  private final Server server;
  private final ServerConnector connector;
  private final LiveIndex index;
  private final WorkPool searches;
  private final WorkPool thumbnails;

  private OcellusServer(ServerOptions options, LiveIndex index) throws IOException {
    ServerLimits limits = options.limits();
    this.options = options;
    this.index = index;
    this.searches =
        new WorkPool(
            "searches", limits.searches(), limits.waitingSearches(), limits.requestTimeout());
    this.thumbnails =
        new WorkPool(
            "thumbnails", limits.thumbnails(), limits.waitingThumbnails(), limits.requestTimeout());
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("ocellus-http");
    threads.setDaemon(true);
    this.server = new Server(threads);
    this.connector = Connectors.http(server, options);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    server.setErrorHandler(new ProblemHandler());
    server.setStopTimeout(limits.stopTimeout().toMillis());
    ServerMetrics metrics = new ServerMetrics();
    List<Route> routes = new Routes(options, index, searches, thumbnails, metrics).all();
    Router router = new Router(routes, connector.getScheduler(), limits.requestTimeout());
    server.setHandler(handlers(router, metrics));
    Gauges.register(metrics, index, searches, connector);
  }

  /** What a request goes through, from the inside out. */
  private Handler handlers(Handler router, ServerMetrics metrics) throws IOException {
    Handler handler = compressed(router);
    String token = options.token();
    if (token != null) {
      handler = new TokenCheck(handler, token);
    }
    if (!options.corsOrigins().isEmpty()) {
      handler = crossOrigin(handler);
    }
    handler = HostCheck.before(handler, options.host(), options.allowedHosts());
    return new GracefulHandler(new MetricsHandler(new SecurityHeaders(handler), metrics));
  }

  private static Handler compressed(Handler handler) {
    CompressionHandler compression = new CompressionHandler(handler);
    GzipCompression gzip = new GzipCompression();
    gzip.setMinCompressSize(1024);
    compression.putCompression(gzip);
    compression.putConfiguration(
        "/*",
        CompressionConfig.builder()
            .compressIncludeMimeType("application/json")
            .compressIncludeMimeType("application/problem+json")
            .compressIncludeMimeType("text/html")
            .compressIncludeMimeType("text/css")
            .compressIncludeMimeType("text/javascript")
            .compressIncludeMimeType("text/plain")
            .compressIncludeMimeType("image/svg+xml")
            // A compressed request could grow beyond every limit.
            .decompressExcludeEncoding("gzip")
            .build());
    return compression;
  }

  private Handler crossOrigin(Handler handler) {
    Set<String> patterns = new HashSet<>();
    options.corsOrigins().forEach(origin -> patterns.add(Pattern.quote(origin)));
    CrossOriginHandler cors = new CrossOriginHandler();
    cors.setAllowedOriginPatterns(patterns);
    cors.setAllowedMethods(Set.of("GET", "HEAD", "POST"));
    cors.setAllowedHeaders(Set.of("Authorization", "Content-Type", "Range", "If-None-Match"));
    cors.setExposedHeaders(Set.of("ETag", "Content-Range", "Retry-After"));
    cors.setHandler(handler);
    return cors;
  }

  /**
   * Opens the index and begins to listen.
   *
   * @throws IndexException if there is no index
   * @throws ServerException if the address is taken, or not one of this machine
   */
  public static OcellusServer start(ServerOptions options, LiveIndex.Opener opener)
      throws IOException {
    checkHost(options.host());
    OcellusServer started = new OcellusServer(options, new LiveIndex(opener));
    try {
      started.server.start();
    } catch (Exception e) {
      started.close();
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw new ServerException(
            "cannot listen at %s:%d; is it taken? choose another --port"
                .formatted(options.host(), options.port()),
            e);
      }
      throw new IOException("the server did not start", e);
    }
    SlowRequests.watch(started.connector, options.limits().requestTimeout());
    started.prune();
    return started;
  }

  private static void checkHost(String host) {
    try {
      InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new ServerException(host + " is no address of this machine; give one to --host", e);
    }
  }

  private void prune() {
    connector
        .getScheduler()
        .schedule(
            () -> {
              index.prune();
              prune();
            },
            BETWEEN_PRUNES);
  }

  /** Where it listens, such as {@code http://127.0.0.1:8080/}. */
  public URI address() {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return URI.create("http://%s:%d/".formatted(host, connector.getLocalPort()));
  }

  /** Whether this machine alone can reach it. */
  public boolean isLoopback() throws IOException {
    return InetAddress.getByName(options.host()).isLoopbackAddress();
  }

  /** Waits until it has been closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Accepts nothing more, lets running requests end, and closes the index. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the server did not stop in order", e);
    } finally {
      searches.close();
      thumbnails.close();
      index.close();
    }
  }
}
