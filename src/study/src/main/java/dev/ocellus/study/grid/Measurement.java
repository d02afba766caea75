package dev.ocellus.study.grid;

import dev.ocellus.fusion.metrics.BinaryMetrics;
import dev.ocellus.fusion.metrics.Bootstrap;
import dev.ocellus.fusion.metrics.CalibrationError;
import dev.ocellus.fusion.metrics.Correlations;
import dev.ocellus.fusion.metrics.Interval;
import dev.ocellus.fusion.metrics.KendallTau;
import dev.ocellus.fusion.metrics.RegressionErrors;
import dev.ocellus.fusion.metrics.RetrievalFigure;
import dev.ocellus.fusion.metrics.RetrievalMetrics;
import dev.ocellus.fusion.metrics.RowGroups;
import dev.ocellus.fusion.metrics.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects a cell's scores and computes its figures. */
final class Measurement {

  private static final int BINS = 10;
  private static final long SEED = 42;

  private final StudyData data;
  private final Targets targets;

  /** Score and margin by position among the targets. */
  private final TreeMap<Integer, double[]> scored = new TreeMap<>();

  Measurement(StudyData data, Targets targets) {
    this.data = data;
    this.targets = targets;
  }

  void add(int position, double score, double margin) {
    scored.put(position, new double[] {score, margin});
  }

  CellResult result(Cell cell, SearchScores searches, int resamples, double seconds) {
    int[] pairs = scored.keySet().stream().mapToInt(targets.pairs()::get).toArray();
    double[] goals = scored.keySet().stream().mapToDouble(targets.targets()::get).toArray();
    double[] scores = scored.values().stream().mapToDouble(s -> s[0]).toArray();
    double[] margins = scored.values().stream().mapToDouble(s -> s[1]).toArray();
    Map<String, Double> figures = new LinkedHashMap<>();
    Map<String, Interval> intervals = new LinkedHashMap<>();
    Bootstrap bootstrap = new Bootstrap(resamples, SEED);
    errors(scores, goals, pairs, figures, intervals, bootstrap);
    agreement(scores, pairs, Figures.primary(cell.target()), figures, intervals, bootstrap);
    classes(scores, margins, goals, figures);
    CalibrationError calibration = calibration(scores, goals);
    figures.put(Figures.ECE, calibration.expected());
    List<SearchScores.Outcome> outcomes = searches.outcomes();
    retrieval(outcomes, figures, intervals, bootstrap);
    return new CellResult(
        cell,
        pairs,
        scores,
        margins,
        outcomes.stream().mapToInt(SearchScores.Outcome::rank).toArray(),
        figures,
        intervals,
        calibration.bins().stream()
            .map(bin -> new double[] {bin.meanScore(), bin.meanTarget()})
            .toList(),
        searches.samples(),
        seconds);
  }

  private void errors(
      double[] scores,
      double[] goals,
      int[] pairs,
      Map<String, Double> figures,
      Map<String, Interval> intervals,
      Bootstrap bootstrap) {
    figures.put(Figures.MAE, RegressionErrors.mae(scores, goals));
    figures.put(Figures.RMSE, RegressionErrors.rmse(scores, goals));
    figures.put(Figures.PEARSON, Correlations.pearson(scores, goals));
    figures.put(Figures.SPEARMAN, Correlations.spearman(scores, goals));
    figures.put(Figures.TAU_B, KendallTau.b(scores, goals));
    figures.put(Figures.TAU_C, KendallTau.c(scores, goals));
    List<String> photos =
        Arrays.stream(pairs)
            .mapToObj(i -> data.groups().get(data.pairs().get(i).photo()).toString())
            .toList();
    intervals.put(
        Figures.RMSE,
        bootstrap.interval(
            scores, RowGroups.of(photos), Statistic.against(goals, RegressionErrors::rmse)));
  }

  private void agreement(
      double[] scores,
      int[] pairs,
      String primary,
      Map<String, Double> figures,
      Map<String, Interval> intervals,
      Bootstrap bootstrap) {
    Map<String, Agreement> agreements = new LinkedHashMap<>();
    agreements.put(Figures.EXPERT_TAU_C, Agreement.withExperts(data, pairs));
    agreements.put(Figures.CROWD_TAU_B, Agreement.withCrowd(data, pairs));
    agreements.forEach(
        (name, agreement) -> {
          double figure = agreement == null ? Double.NaN : agreement.of(scores);
          figures.put(name, figure);
          if (name.equals(primary) && agreement != null && !Double.isNaN(figure)) {
            intervals.put(
                name,
                bootstrap.interval(
                    agreement.spread(scores), agreement.groups(), agreement.statistic()));
          }
        });
  }

  private static void classes(
      double[] scores, double[] margins, double[] goals, Map<String, Double> figures) {
    double[] matches = CellRunner.matches(goals);
    figures.put(Figures.F1, BinaryMetrics.f1(margins, matches, 0));
    figures.put(Figures.ROC_AUC, BinaryMetrics.rocAuc(scores, matches));
    figures.put(Figures.AVERAGE_PRECISION, BinaryMetrics.averagePrecision(scores, matches));
  }

  private static CalibrationError calibration(double[] scores, double[] goals) {
    double[] weights = new double[scores.length];
    Arrays.fill(weights, 1);
    return CalibrationError.equalMass(scores, goals, weights, BINS);
  }

  private void retrieval(
      List<SearchScores.Outcome> outcomes,
      Map<String, Double> figures,
      Map<String, Interval> intervals,
      Bootstrap bootstrap) {
    if (outcomes.isEmpty()) {
      return;
    }
    RetrievalMetrics.Collector collector = new RetrievalMetrics.Collector();
    List<String> photos = new ArrayList<>();
    for (SearchScores.Outcome outcome : outcomes) {
      collector.add(outcome.rank(), data.images().get(outcome.first()));
      photos.add(data.groups().get(data.ownPhoto().get(outcome.text())).toString());
    }
    RetrievalMetrics metrics = collector.metrics();
    figures.put(Figures.RECALL_1, metrics.mean(RetrievalFigure.RECALL_AT_1));
    figures.put(Figures.RECALL_5, metrics.mean(RetrievalFigure.RECALL_AT_5));
    figures.put(Figures.RECALL_10, metrics.mean(RetrievalFigure.RECALL_AT_10));
    figures.put(Figures.MRR, metrics.mean(RetrievalFigure.MRR));
    figures.put(Figures.NDCG_10, metrics.mean(RetrievalFigure.NDCG_AT_10));
    figures.put(Figures.MEDIAN_RANK, metrics.medianRank());
    figures.put(Figures.DISTINCT_FIRST_HITS, (double) metrics.distinctFirstHits());
    double[] reciprocal = outcomes.stream().mapToDouble(o -> 1.0 / o.rank()).toArray();
    intervals.put(
        Figures.MRR, bootstrap.interval(reciprocal, RowGroups.of(photos), Statistic.MEAN));
  }
}
