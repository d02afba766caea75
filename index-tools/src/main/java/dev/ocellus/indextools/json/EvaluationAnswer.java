package dev.ocellus.indextools.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ocellus.fusion.metrics.RetrievalMetrics;
import dev.ocellus.lucene.evaluate.EvaluationReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code evaluate}.
 *
 * @param queries number of queries scored
 * @param unknownPhotos number of queries left out because the index has no such photo
 * @param photos number of photos in the index
 * @param signals figures by signal: fused, image, captions, bm25, rrf
 * @param latencyMs percentiles of a fused search's time and of its two parts
 */
public record EvaluationAnswer(
    int queries,
    int unknownPhotos,
    int photos,
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
   */
  public record Ranking(
      @JsonProperty("recall_at_1") double recallAt1,
      @JsonProperty("recall_at_5") double recallAt5,
      @JsonProperty("recall_at_10") double recallAt10,
      double mrr,
      @Nullable Double medianRank) {

    static Ranking of(RetrievalMetrics metrics) {
      double median = metrics.medianRank();
      return new Ranking(
          metrics.recallAt1(),
          metrics.recallAt5(),
          metrics.recallAt10(),
          metrics.mrr(),
          Double.isFinite(median) ? median : null);
    }
  }

  /** The figures of one signal, or of {@link #ALL}. */
  public static EvaluationAnswer of(EvaluationReport report, String signal) {
    var signals = new LinkedHashMap<String, Ranking>();
    report
        .signals()
        .forEach(
            (key, metrics) -> {
              if (signal.equals(ALL) || signal.equals(key)) {
                signals.put(key, Ranking.of(metrics));
              }
            });
    return new EvaluationAnswer(
        report.queries(), report.unknownPhotos(), report.photos(), signals, report.latencyMillis());
  }
}
