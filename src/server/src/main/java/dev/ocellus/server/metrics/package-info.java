/** What is counted: {@link dev.ocellus.server.metrics.ServerMetrics} in the names of Prometheus. */
@NullMarked
package dev.ocellus.server.metrics;

import org.jspecify.annotations.NullMarked;
