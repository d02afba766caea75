package dev.ocellus.study.grid;

import dev.ocellus.fusion.metrics.BinaryMetrics;
import dev.ocellus.study.features.PairFeatures;
import dev.ocellus.study.learn.Dataset;
import dev.ocellus.study.learn.Predictor;
import dev.ocellus.study.split.PhotoSplit;
import java.util.ArrayList;
import java.util.List;

/** Fits one cell on every split and measures it. Safe for use by several threads. */
final class CellRunner {

  /** Pairs whose target is at least this count as matches where a figure asks for two classes. */
  static final double MATCH = 0.5;

  private final StudyData data;
  private final List<PhotoSplit> splits;
  private final FeatureCatalogue catalogue;
  private final Scale scale;

  CellRunner(StudyData data, List<PhotoSplit> splits, FeatureCatalogue catalogue, Scale scale) {
    this.data = data;
    this.splits = splits;
    this.catalogue = catalogue;
    this.scale = scale;
  }

  CellResult run(Grid.Experiment experiment) {
    long start = System.nanoTime();
    Targets targets = Targets.of(data, experiment.cell().target(), scale.pairs());
    Measurement measurement = new Measurement(data, targets);
    SearchScores searches = new SearchScores(data);
    for (int split = 0; split < splits.size(); split++) {
      run(experiment, split, targets, measurement, searches);
    }
    return measurement.result(
        experiment.cell(), searches, scale.resamples(), (System.nanoTime() - start) / 1e9);
  }

  private void run(
      Grid.Experiment experiment,
      int number,
      Targets targets,
      Measurement measurement,
      SearchScores searches) {
    PhotoSplit split = splits.get(number);
    PairFeatures features = catalogue.features(experiment.features(), number);
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int i = 0; i < targets.pairs().size(); i++) {
      StudyPair pair = data.pairs().get(targets.pairs().get(i));
      (split.tests(pair.photo()) ? test : train).add(i);
    }
    if (train.isEmpty() || test.isEmpty()) {
      return;
    }
    Dataset learned = dataset(features, targets, train);
    try (Predictor predictor = experiment.learner().fit(learned)) {
      double threshold = threshold(predictor.predict(learned.rows()), learned.targets());
      double[] scores = predictor.predict(rows(features, targets, test));
      for (int i = 0; i < scores.length; i++) {
        measurement.add(test.get(i), scores[i], scores[i] - threshold);
      }
      searches.add(predictor, features, split);
    }
  }

  private static double threshold(double[] scores, double[] targets) {
    double[] matches = matches(targets);
    return BinaryMetrics.bestF1Threshold(scores, matches);
  }

  static double[] matches(double[] targets) {
    double[] matches = new double[targets.length];
    for (int i = 0; i < matches.length; i++) {
      matches[i] = targets[i] >= MATCH ? 1 : 0;
    }
    return matches;
  }

  private Dataset dataset(PairFeatures features, Targets targets, List<Integer> chosen) {
    return new Dataset(
        rows(features, targets, chosen),
        chosen.stream().mapToDouble(i -> targets.targets().get(i)).toArray(),
        chosen.stream().map(i -> group(targets.pairs().get(i))).toList(),
        features.similarities());
  }

  private String group(int pair) {
    return data.groups().get(data.pairs().get(pair).photo()).toString();
  }

  private float[][] rows(PairFeatures features, Targets targets, List<Integer> chosen) {
    return chosen.stream()
        .map(i -> data.pairs().get(targets.pairs().get(i)))
        .map(pair -> features.of(pair.photo(), pair.text()))
        .toArray(float[][]::new);
  }
}
