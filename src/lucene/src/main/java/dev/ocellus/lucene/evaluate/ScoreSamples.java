package dev.ocellus.lucene.evaluate;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BayesianScoreEstimator;
import org.apache.lucene.search.BayesianScoreEstimator.Parameters;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Scores that the vectors' signals gave to sample queries, from which they are calibrated. */
final class ScoreSamples {

  private final List<ScoreDoc> image = new ArrayList<>();
  private final List<ScoreDoc> captions = new ArrayList<>();

  void add(Rankings rankings) {
    image.addAll(rankings.of(Signal.IMAGE));
    captions.addAll(rankings.of(Signal.CAPTIONS));
  }

  /** In the order of {@link Rankings#SINGLE}: words as Lucene estimates them, vectors likewise. */
  List<Parameters> calibrations(IndexSearcher searcher) throws IOException {
    return List.of(
        calibration(image),
        calibration(captions),
        BayesianScoreEstimator.estimate(searcher, PhotoSchema.CAPTION));
  }

  /**
   * Midpoint and steepness by the rule of {@link BayesianScoreEstimator}, which itself samples
   * words alone: the median of the scores, and one over their standard deviation. No base rate.
   */
  static Parameters calibration(List<ScoreDoc> sample) {
    if (sample.isEmpty()) {
      return new Parameters(1, 0, 0);
    }
    double[] scores = sample.stream().mapToDouble(hit -> hit.score).sorted().toArray();
    double mean = sample.stream().mapToDouble(hit -> hit.score).average().orElseThrow();
    double variance = 0;
    for (double score : scores) {
      variance += (score - mean) * (score - mean) / scores.length;
    }
    float steepness = variance > 0 ? (float) (1 / Math.sqrt(variance)) : 1;
    return new Parameters(steepness, (float) scores[scores.length / 2], 0);
  }
}
