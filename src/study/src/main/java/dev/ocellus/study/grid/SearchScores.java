package dev.ocellus.study.grid;

import dev.ocellus.study.features.PairFeatures;
import dev.ocellus.study.learn.Predictor;
import dev.ocellus.study.split.PhotoSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Scores of texts against all photos, each photo by a model that did not learn from it. Of photos
 * with equal scores the first is ranked first.
 */
final class SearchScores {

  private static final int SHOWN = 5;

  private final StudyData data;

  /** By text the scores of all photos; NaN for those that no split measures on. */
  private final Map<Integer, double[]> byText = new LinkedHashMap<>();

  SearchScores(StudyData data) {
    this.data = data;
    IntStream.concat(
            data.queries().stream().mapToInt(i -> i), data.samples().stream().mapToInt(i -> i))
        .forEach(
            text -> {
              double[] none = new double[data.images().size()];
              Arrays.fill(none, Double.NaN);
              byText.put(text, none);
            });
  }

  /** Scores the photos that a split measures on. */
  void add(Predictor predictor, PairFeatures features, PhotoSplit split) {
    int[] photos = split.test().stream().toArray();
    byText.forEach(
        (text, scores) -> {
          float[][] rows =
              Arrays.stream(photos)
                  .mapToObj(photo -> features.of(photo, text))
                  .toArray(float[][]::new);
          double[] predicted = predictor.predict(rows);
          for (int i = 0; i < photos.length; i++) {
            scores[photos[i]] = predicted[i];
          }
        });
  }

  /** A query's outcome: its text, the rank of its photo from 1, the photo found first. */
  record Outcome(int text, int rank, int first) {}

  /** Outcomes of the queries whose photo was measured on. */
  List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int text : data.queries()) {
      double[] scores = scores(text);
      int own = data.ownPhoto().get(text);
      if (!Double.isNaN(scores[own])) {
        int[] order = order(scores);
        int rank = 1 + IntStream.range(0, order.length).filter(r -> order[r] == own).sum();
        outcomes.add(new Outcome(text, rank, order[0]));
      }
    }
    return outcomes;
  }

  /** The best photos of the sample texts. */
  List<CellResult.Sample> samples() {
    List<CellResult.Sample> samples = new ArrayList<>();
    for (int text : data.samples()) {
      double[] scores = scores(text);
      List<Integer> best = Arrays.stream(order(scores)).limit(SHOWN).boxed().toList();
      samples.add(
          new CellResult.Sample(
              data.texts().get(text),
              best.stream().map(data.images()::get).toList(),
              best.stream().map(photo -> scores[photo]).toList()));
    }
    return samples;
  }

  private double[] scores(int text) {
    return Objects.requireNonNull(byText.get(text));
  }

  private static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .filter(photo -> !Double.isNaN(scores[photo]))
        .boxed()
        .sorted(Comparator.comparing(photo -> -scores[photo]))
        .mapToInt(photo -> photo)
        .toArray();
  }
}
