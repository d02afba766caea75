package dev.ocellus.indextools.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why a server cannot be spoken to, on one line. */
final class Unreachable {

  private Unreachable() {}

  static String why(URI server, IOException failure) {
    if (caused(failure, UnresolvedAddressException.class) != null) {
      return "no host " + server.getHost() + ", or no network";
    }
    Throwable tls = caused(failure, SSLException.class);
    if (tls != null) {
      return "%s: no TLS that can be trusted (%s); --ca FILE names its authority's certificate"
          .formatted(server, message(tls));
    }
    if (caused(failure, HttpTimeoutException.class) != null) {
      return server + " does not answer";
    }
    if (caused(failure, ConnectException.class) != null) {
      return "no server at " + server + " (connection refused)";
    }
    if (caused(failure, EOFException.class) != null) {
      return "%s closed the connection%s"
          .formatted(server, server.getScheme().equals("http") ? "; does it want https?" : "");
    }
    return server + ": the connection failed: " + message(failure);
  }

  private static @Nullable Throwable caused(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (type.isInstance(e)) {
        return e;
      }
    }
    return null;
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
