/**
 * What a ranking and a score are worth.
 *
 * <ul>
 *   <li>Of a ranking: {@link dev.ocellus.fusion.metrics.RetrievalMetrics}, from the ranks of the
 *       relevant photos; its means are the {@link dev.ocellus.fusion.metrics.RetrievalFigure}s.
 *   <li>Of a score against what people or captions say: {@link
 *       dev.ocellus.fusion.metrics.KendallTau} and {@link dev.ocellus.fusion.metrics.Correlations}
 *       for its order, {@link dev.ocellus.fusion.metrics.RegressionErrors} for its distance, {@link
 *       dev.ocellus.fusion.metrics.BinaryMetrics} for telling matches from mismatches, {@link
 *       dev.ocellus.fusion.metrics.CalibrationError} for being a probability.
 *   <li>How sure a figure is: {@link dev.ocellus.fusion.metrics.Bootstrap} for intervals and
 *       differences, {@link dev.ocellus.fusion.metrics.PairedPermutation} for differences, of any
 *       {@link dev.ocellus.fusion.metrics.Statistic} over {@link
 *       dev.ocellus.fusion.metrics.RowGroups}.
 *   <li>{@link dev.ocellus.fusion.metrics.Percentiles} of latencies.
 * </ul>
 */
@NullMarked
package dev.ocellus.fusion.metrics;

import org.jspecify.annotations.NullMarked;
