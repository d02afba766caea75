package dev.ocellus.server;

import java.util.EnumSet;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** How HTTP is spoken. */
final class Connectors {

  /**
   * Photos' ids are single segments with / as %2F and % as %25; routes are matched before decoding.
   */
  private static final UriCompliance URIS =
      UriCompliance.DEFAULT.with(
          "Ocellus",
          EnumSet.of(Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_PATH_ENCODING)
              .toArray(Violation[]::new));

  private static final int SELECTORS = 1;
  private static final int BACKLOG = 1024;

  private Connectors() {}

  static ServerConnector http(Server server, ServerOptions options) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setUriCompliance(URIS);
    http.setRequestHeaderSize(16 * 1024);
    http.setIdleTimeout(options.limits().idleTimeout().toMillis());
    ServerConnector connector =
        new ServerConnector(server, 1, SELECTORS, new HttpConnectionFactory(http));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(options.limits().idleTimeout().toMillis());
    return connector;
  }
}
