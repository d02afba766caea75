package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.metrics.Bootstrap;
import dev.ocellus.fusion.metrics.Interval;
import dev.ocellus.fusion.metrics.PairedPermutation;
import dev.ocellus.fusion.metrics.RetrievalFigure;
import dev.ocellus.fusion.metrics.RetrievalMetrics;
import dev.ocellus.fusion.metrics.RowGroups;
import dev.ocellus.fusion.metrics.Statistic;
import java.util.EnumMap;
import java.util.Map;

/**
 * How well one signal ranks, and how surely the fused score ranks better.
 *
 * @param metrics its figures
 * @param intervals 95 % interval of each figure, by bootstrap over photos: the queries for one
 *     photo are drawn together
 * @param fusedLead by how much the fused score is ahead, in each figure; empty for the fused score
 */
public record SignalReport(
    RetrievalMetrics metrics,
    Map<RetrievalFigure, Interval> intervals,
    Map<RetrievalFigure, Lead> fusedLead) {

  /** Samples of the bootstrap, and swaps of the significance test. */
  static final int RESAMPLES = 1000;

  private static final long SEED = 1;

  /**
   * The fused score's figure less another signal's.
   *
   * @param difference -1 to 1
   * @param interval of the difference, 95 %, by paired bootstrap over photos
   * @param pValue of the paired randomisation test over photos, two-sided
   */
  public record Lead(double difference, Interval interval, double pValue) {}

  static SignalReport of(
      RetrievalMetrics.Collector signal, RetrievalMetrics.Collector fused, RowGroups photos) {
    Bootstrap bootstrap = new Bootstrap(RESAMPLES, SEED);
    PairedPermutation permutation = new PairedPermutation(RESAMPLES, SEED);
    Map<RetrievalFigure, Interval> intervals = new EnumMap<>(RetrievalFigure.class);
    Map<RetrievalFigure, Lead> leads = new EnumMap<>(RetrievalFigure.class);
    for (RetrievalFigure figure : RetrievalFigure.values()) {
      double[] own = signal.parts(figure);
      intervals.put(figure, bootstrap.interval(own, photos, Statistic.MEAN));
      if (signal != fused) {
        double[] ahead = fused.parts(figure);
        var difference = bootstrap.difference(ahead, own, photos, Statistic.MEAN);
        double pValue = permutation.pValue(ahead, own, photos, Statistic.MEAN);
        leads.put(figure, new Lead(difference.difference(), difference.interval(), pValue));
      }
    }
    return new SignalReport(signal.metrics(), intervals, leads);
  }
}
