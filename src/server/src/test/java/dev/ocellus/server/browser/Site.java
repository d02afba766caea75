package dev.ocellus.server.browser;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.server.Client;
import dev.ocellus.server.OcellusServer;
import dev.ocellus.server.PhotoLibrary;
import dev.ocellus.server.ServerOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IOSupplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Servers that tests look at, each started once when it is first asked for. */
enum Site {

  /** Each photo of testdata/ once. */
  ONCE(ServerOptions.DEFAULT),

  /** The same under the default content policy. */
  WITH_POLICY(ServerOptions.DEFAULT.withPolicy(ContentPolicy.bundled())),

  /** Each photo of testdata/ seven times. */
  MANY(ServerOptions.DEFAULT);

  private static final int TIMES = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ServerOptions options;

  Site(ServerOptions options) {
    this.options = options;
  }

  /** Where it answers. */
  URI address(ExtensionContext test) {
    return store(test)
        .computeIfAbsent(this, site -> unchecked(() -> started(test)), OcellusServer.class)
        .address();
  }

  /** A server that has read its captions: before, it has no completions to offer. */
  private OcellusServer started(ExtensionContext test) throws IOException {
    OcellusServer server = start(test, 0);
    Client client = new Client(server);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (client.get("/api/suggest?q=a").json().get("completions").isEmpty()
          && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      throw new InterruptedIOException(e.getMessage());
    }
    return server;
  }

  /**
   * Starts another server over the same photos, which the caller stops.
   *
   * @param port 0 for any free one
   */
  OcellusServer start(ExtensionContext test, int port) throws IOException {
    Path index = library(test).index();
    return OcellusServer.start(options.withPort(port), () -> PhotoIndex.open(index));
  }

  private PhotoLibrary library(ExtensionContext test) {
    return this == MANY
        ? store(test)
            .computeIfAbsent(
                "many",
                key -> made(folder -> PhotoLibrary.repeated(folder, TIMES)),
                PhotoLibrary.class)
        : store(test).computeIfAbsent("once", key -> made(PhotoLibrary::once), PhotoLibrary.class);
  }

  private static PhotoLibrary made(IOFunction<Path, PhotoLibrary> maker) {
    return unchecked(() -> maker.apply(Files.createTempDirectory("ocellus-browser")));
  }

  private static Store store(ExtensionContext test) {
    return test.getRoot().getStore(Namespace.GLOBAL);
  }

  private static <T> T unchecked(IOSupplier<T> work) {
    try {
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
