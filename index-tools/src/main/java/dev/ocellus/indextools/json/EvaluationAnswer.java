package dev.ocellus.indextools.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ocellus.fusion.metrics.Interval;
import dev.ocellus.fusion.metrics.RetrievalFigure;
import dev.ocellus.fusion.metrics.RetrievalMetrics;
import dev.ocellus.lucene.evaluate.EvaluationReport;
import dev.ocellus.lucene.evaluate.SignalReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code evaluate}.
 *
 * @param queries number of queries scored
 * @param unknownPhotos number of queries left out because the index has no such photo
 * @param photos number of photos in the index
 * @param captionless number of these without captions
 * @param signals figures by the names of {@link EvaluationReport#SIGNALS}
 * @param latencyMs percentiles of a fused search's time and of its two parts
 */
public record EvaluationAnswer(
    int queries,
    int unknownPhotos,
    int photos,
    int captionless,
    Map<String, Ranking> signals,
    Map<String, Double> latencyMs) {

  /** The signal that stands for all of them. */
  public static final String ALL = "all";

  /**
   * How well one signal ranks.
   *
   * @param recallAt1 share of queries whose photo is first, 0 to 1
   * @param mrr mean reciprocal rank
   * @param medianRank null where half of the queries did not find their photo
   * @param distinctFirstHits number of different photos in first place
   * @param intervals 95 % interval of each figure that is a mean over the queries
   * @param fusedLead how far the fused score is ahead in these figures; null for the fused score
   */
  public record Ranking(
      @JsonProperty("recall_at_1") double recallAt1,
      @JsonProperty("recall_at_5") double recallAt5,
      @JsonProperty("recall_at_10") double recallAt10,
      double mrr,
      @JsonProperty("ndcg_at_10") double ndcgAt10,
      @Nullable Double medianRank,
      int distinctFirstHits,
      Map<String, Interval> intervals,
      @Nullable Map<String, Lead> fusedLead) {

    static Ranking of(SignalReport report) {
      RetrievalMetrics metrics = report.metrics();
      double median = metrics.medianRank();
      var intervals = new LinkedHashMap<String, Interval>();
      report.intervals().forEach((figure, interval) -> intervals.put(figure.key(), interval));
      var leads = new LinkedHashMap<String, Lead>();
      report.fusedLead().forEach((figure, lead) -> leads.put(figure.key(), Lead.of(lead)));
      return new Ranking(
          metrics.mean(RetrievalFigure.RECALL_AT_1),
          metrics.mean(RetrievalFigure.RECALL_AT_5),
          metrics.mean(RetrievalFigure.RECALL_AT_10),
          metrics.mean(RetrievalFigure.MRR),
          metrics.mean(RetrievalFigure.NDCG_AT_10),
          Double.isFinite(median) ? median : null,
          metrics.distinctFirstHits(),
          intervals,
          leads.isEmpty() ? null : leads);
    }
  }

  /**
   * The fused score's figure less another signal's.
   *
   * @param low lower end of its 95 % interval
   * @param high upper end of its 95 % interval
   * @param pValue of the paired randomisation test, two-sided
   */
  public record Lead(double difference, double low, double high, double pValue) {

    static Lead of(SignalReport.Lead lead) {
      return new Lead(
          lead.difference(), lead.interval().low(), lead.interval().high(), lead.pValue());
    }
  }

  /** The figures of one signal, or of {@link #ALL}. */
  public static EvaluationAnswer of(EvaluationReport report, String signal) {
    var signals = new LinkedHashMap<String, Ranking>();
    report
        .signals()
        .forEach(
            (key, figures) -> {
              if (signal.equals(ALL) || signal.equals(key)) {
                signals.put(key, Ranking.of(figures));
              }
            });
    return new EvaluationAnswer(
        report.queries(),
        report.unknownPhotos(),
        report.photos(),
        report.captionless(),
        signals,
        report.latencyMillis());
  }
}
