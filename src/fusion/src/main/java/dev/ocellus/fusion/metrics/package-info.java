/**
 * What a ranking and a score are worth: {@link dev.ocellus.fusion.metrics.RetrievalMetrics} from
 * the ranks of the relevant photos, {@link dev.ocellus.fusion.metrics.CalibrationError} from scores
 * and what was true, {@link dev.ocellus.fusion.metrics.Percentiles} of latencies.
 */
@NullMarked
package dev.ocellus.fusion.metrics;

import org.jspecify.annotations.NullMarked;
