package dev.ocellus.server.page;

import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.EntityTag;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * The page's files, from the class path into memory. Their ETags are hashes of their content: times
 * and sizes, which Jetty's would be made of, are the same in every build of a jar.
 */
public final class PageFiles {

  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "webmanifest", "application/manifest+json",
          "woff2", "font/woff2");

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record PageFile(String mediaType, EntityTag etag, byte[] bytes) {}

  private final Map<String, PageFile> files = new ConcurrentHashMap<>();

  /** {@code /}: the page. */
  public Endpoint index() {
    return exchange -> serve(exchange, "index.html");
  }

  /** {@code /assets/*}: what the page loads. */
  public Endpoint assets() {
    return exchange -> {
      exchange.parameters(Set.of());
      String name = exchange.pathRest();
      serve(exchange, name.startsWith("/") ? name.substring(1) : name);
    };
  }

  private void serve(Exchange exchange, String name) throws IOException {
    PageFile file = NAME.matcher(name).matches() ? file(name) : null;
    if (file == null) {
      throw new Problem(HttpStatus.NOT_FOUND_404, "not-found", "the page has no file of this name");
    }
    exchange.header(HttpHeader.ETAG, file.etag().value());
    exchange.header(HttpHeader.CACHE_CONTROL, "no-cache");
    if (file.etag().isKnownTo(exchange.request())) {
      exchange.notModified();
    } else {
      exchange.write(HttpStatus.OK_200, file.mediaType(), file.bytes());
    }
  }

  private @Nullable PageFile file(String name) throws IOException {
    PageFile file = files.get(name);
    if (file == null) {
      file = read(name);
      if (file != null) {
        files.put(name, file);
      }
    }
    return file;
  }

  private static @Nullable PageFile read(String name) throws IOException {
    String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    try (InputStream in = mediaType == null ? null : PageFiles.class.getResourceAsStream(name)) {
      if (in == null || mediaType == null) {
        return null;
      }
      byte[] bytes = in.readAllBytes();
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new PageFile(mediaType, new EntityTag('"' + hash.substring(0, 32) + '"'), bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
