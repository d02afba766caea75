package dev.ocellus.lucene.evaluate;

import dev.ocellus.lucene.Signal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@link RetrievalEvaluation} measured.
 *
 * @param queries number of queries scored
 * @param unknownPhotos number of queries left out because the index has no such photo
 * @param photos number of photos in the index
 * @param captionless number of these without captions, which only their image finds
 * @param signals the ranking's figures by the names of {@link #SIGNALS}, in their order
 * @param latencyMillis of a whole fused search: {@code p50}, {@code p99}; and of its two parts:
 *     {@code encode_p50}, {@code encode_p99}, {@code lucene_p50}, {@code lucene_p99}
 */
public record EvaluationReport(
    int queries,
    int unknownPhotos,
    int photos,
    int captionless,
    Map<String, SignalReport> signals,
    Map<String, Double> latencyMillis) {

  /**
   * What is measured: the signals, then fusions of the three single ones that need no training.
   *
   * <ul>
   *   <li>{@code rrf}: reciprocal-rank fusion with k = 60
   *   <li>{@code min_max}: mean of the scores, normalised within each ranking as OpenSearch does
   *   <li>{@code log_odds}: Lucene's LogOddsFusionQuery over BayesianScoreQuery
   * </ul>
   */
  public static final List<String> SIGNALS =
      Stream.concat(
              Stream.of(Signal.values()).map(Signal::key),
              Stream.of(ReciprocalRankFusion.NAME, MinMaxMean.NAME, LogOddsFusion.NAME))
          .toList();
}
