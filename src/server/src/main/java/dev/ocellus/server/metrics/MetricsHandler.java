package dev.ocellus.server.metrics;

import dev.ocellus.server.http.Router;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger inFlight = new AtomicInteger();

  public MetricsHandler(Handler next, ServerMetrics metrics) {
    super(next);
    this.metrics = metrics;
    metrics.gauge(
        "ocellus_http_in_flight", "Requests whose answers have not ended.", inFlight::get);
  }

  @Override
  protected void onBeforeHandling(Request request) {
    inFlight.incrementAndGet();
  }

  @Override
  protected void onComplete(
      Request request, int status, HttpFields headers, @Nullable Throwable failure) {
    inFlight.decrementAndGet();
    String route = Router.route(request);
    metrics.requested(
        route == null ? "none" : route,
        METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
        status,
        (System.nanoTime() - request.getHeadersNanoTime()) / 1e9);
  }
}
