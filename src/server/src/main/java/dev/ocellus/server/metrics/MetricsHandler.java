package dev.ocellus.server.metrics;

import dev.ocellus.server.http.Router;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.jspecify.annotations.Nullable;

/** Counts every request when its answer has ended. */
public final class MetricsHandler extends EventsHandler {

  /** Clients choose methods freely; the number of series is not theirs to choose. */
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

  private final ServerMetrics metrics;

  public MetricsHandler(Handler next, ServerMetrics metrics) {
    super(next);
    this.metrics = metrics;
  }

  @Override
  protected void onComplete(
      Request request, int status, HttpFields headers, @Nullable Throwable failure) {
    String route = Router.route(request);
    metrics.requested(
        route == null ? "none" : route,
        METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
        status,
        (System.nanoTime() - request.getHeadersNanoTime()) / 1e9);
  }
}
