package dev.ocellus.fusion.metrics;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.TargetScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far scores agree with people's judgments of the same pairs.
 *
 * <p>{@value #EXPERT_TAU_C} holds the score against every rating of every expert, three rows a
 * pair, as image-caption metrics are compared on Flickr8k-Expert; {@value #CROWD_TAU_B} against the
 * crowd's share of yes (Hessel et al., "CLIPScore", EMNLP 2021, section 4.1).
 */
public final class Agreement {
  /** Kendall's tau-c of score and rating. */
  public static final String EXPERT_TAU_C = "expert_tau_c";

  /** Kendall's tau-b of score and share of yes. */
  public static final String CROWD_TAU_B = "crowd_tau_b";

  /**
   * The same with the pairs whose text was written for the photo, which the others leave out; that
   * text is then to be taken out of the photo's captions.
   */
  public static final String CROWD_TAU_B_WITH_OWN = "crowd_tau_b_with_own";

  /** Expected calibration error of the score against the target, ten bins of equal width. */
  public static final String CALIBRATION_ERROR = "calibration_error";

  private static final int BINS = 10;

  private final Map<String, Judged> figures = new LinkedHashMap<>();

  /** Rows of a figure: which pair's score is held against what. */
  private record Judged(
      int[] pairs, double[] targets, ToDoubleBiFunction<double[], double[]> figure) {}

  /**
   * One figure.
   *
   * @param interval of 95 %, or null where none was asked for
   * @param rows number of judgments
   */
  public record Figure(double value, @Nullable Interval interval, int rows) {}

  private final List<String> images;

  /**
   * @param pairs what the scores will be of
   * @param target what correlations, ROC-AUC (a match from 0.5 on) and calibration are against
   */
  public Agreement(List<JudgedPair> pairs, TargetScheme target) {
    this.images = pairs.stream().map(JudgedPair::image).toList();
    Rows experts = new Rows();
    Rows crowd = new Rows();
    Rows crowdWithOwn = new Rows();
    Rows targets = new Rows();
    for (int i = 0; i < pairs.size(); i++) {
      int row = i;
      JudgedPair pair = pairs.get(i);
      if (pair.hasVotes()) {
        crowdWithOwn.add(row, pair.crowdShare());
      }
      if (pair.ownCaption()) {
        continue;
      }
      pair.ratings().forEach(rating -> experts.add(row, rating));
      if (pair.hasVotes()) {
        crowd.add(row, pair.crowdShare());
      }
      target.target(pair).ifPresent(value -> targets.add(row, value));
    }
    put(EXPERT_TAU_C, experts, KendallTau::c);
    put(CROWD_TAU_B, crowd, KendallTau::b);
    if (crowdWithOwn.pairs.size() > crowd.pairs.size()) {
      put(CROWD_TAU_B_WITH_OWN, crowdWithOwn, KendallTau::b);
    }
    put("pearson", targets, Correlations::pearson);
    put("spearman", targets, Correlations::spearman);
    put("roc_auc", targets, Agreement::rocAuc);
    put(CALIBRATION_ERROR, targets, Agreement::calibrationError);
  }

  private static final class Rows {
    final List<Integer> pairs = new ArrayList<>();
    final List<Double> targets = new ArrayList<>();

    void add(int pair, double target) {
      pairs.add(pair);
      targets.add(target);
    }
  }

  private void put(String name, Rows rows, ToDoubleBiFunction<double[], double[]> figure) {
    if (!rows.pairs.isEmpty()) {
      int[] pairs = rows.pairs.stream().mapToInt(Integer::intValue).toArray();
      double[] targets = rows.targets.stream().mapToDouble(Double::doubleValue).toArray();
      figures.put(name, new Judged(pairs, targets, figure));
    }
  }

  private static double rocAuc(double[] scores, double[] targets) {
    return BinaryMetrics.rocAuc(
        scores, Arrays.stream(targets).map(target -> target >= 0.5 ? 1 : 0).toArray());
  }

  private static double calibrationError(double[] scores, double[] targets) {
    double[] weights = new double[scores.length];
    Arrays.fill(weights, 1);
    return CalibrationError.equalWidth(scores, targets, weights, BINS).expected();
  }

  /**
   * The figures by name; those that the judgments do not allow are not there.
   *
   * @param scores 0 to 1, one a pair
   * @param bootstrap draws the intervals, whole photos at a time; null for none
   */
  public Map<String, Figure> of(double[] scores, @Nullable Bootstrap bootstrap) {
    Map<String, Figure> result = new LinkedHashMap<>();
    figures.forEach(
        (name, judged) -> {
          double[] outputs = Arrays.stream(judged.pairs()).mapToDouble(i -> scores[i]).toArray();
          Statistic statistic = Statistic.against(judged.targets(), judged.figure());
          int rows = outputs.length;
          double value = statistic.of(outputs, IntStream.range(0, rows).toArray());
          if (!Double.isNaN(value)) {
            result.put(
                name, new Figure(value, interval(bootstrap, outputs, judged, statistic), rows));
          }
        });
    return result;
  }

  private @Nullable Interval interval(
      @Nullable Bootstrap bootstrap, double[] outputs, Judged judged, Statistic statistic) {
    if (bootstrap == null) {
      return null;
    }
    List<String> groups = Arrays.stream(judged.pairs()).mapToObj(images::get).toList();
    return bootstrap.interval(outputs, RowGroups.of(groups), statistic);
  }
}
