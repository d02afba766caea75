package dev.ocellus.server.metrics;

import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.eclipse.jetty.http.HttpStatus;

/** Counts requests and searches; {@code GET /metrics} tells, in Prometheus's text form. */
public final class ServerMetrics implements Endpoint {

  private static final double[] SECONDS = {
    .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("ocellus_http_requests_total")
          .help("Requests answered, by route, method and status.")
          .labelNames("route", "method", "status")
          .register(registry);
  private final Histogram requestSeconds =
      Histogram.builder()
          .name("ocellus_http_request_seconds")
          .help("From a request's headers to its answer's end.")
          .labelNames("route")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);
  private final Counter searches =
      Counter.builder()
          .name("ocellus_searches_total")
          .help("Searches answered.")
          .register(registry);
  private final Histogram encodeSeconds =
      Histogram.builder()
          .name("ocellus_encode_seconds")
          .help("Encoding of a search's texts and pictures.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);
  private final Histogram luceneSeconds =
      Histogram.builder()
          .name("ocellus_lucene_seconds")
          .help("A search's time in Lucene.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  /** A request was answered. */
  public void requested(String route, String method, int status, double seconds) {
    requests.labelValues(route, method, Integer.toString(status)).inc();
    requestSeconds.labelValues(route).observe(seconds);
  }

  /** A search was answered. */
  public void searched(SearchResponse response) {
    searches.inc();
    encodeSeconds.observe(response.encodeNanos() / 1e9);
    luceneSeconds.observe(response.searchNanos() / 1e9);
  }

  /**
   * Adds a value that is read whenever somebody asks for the metrics; not shown while it is NaN.
   */
  public void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(
            gauge -> {
              double now = value.getAsDouble();
              if (!Double.isNaN(now)) {
                gauge.call(now);
              }
            })
        .register(registry);
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    exchange.parameters(Set.of());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, registry.scrape(), EscapingScheme.DEFAULT);
    exchange.write(HttpStatus.OK_200, PrometheusTextFormatWriter.CONTENT_TYPE, text.toByteArray());
  }
}
