package dev.ocellus.study.grid;

import dev.ocellus.fusion.metrics.Interval;
import java.util.List;
import java.util.Map;

/**
 * What a cell came to.
 *
 * @param cell which one
 * @param pairs numbers of the pairs that were measured on, ascending
 * @param scores one a pair, by a model that did not learn from its photo
 * @param margins by how much each score is above the threshold that its training side chose
 * @param ranks of the right photo, one a query
 * @param figures by name, see {@link Figures}
 * @param intervals of some of them, 95 %
 * @param reliability mean score and mean target of ten bins of pairs
 * @param samples the best photos of the sample texts
 * @param seconds that fitting and measuring took
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CellResult(
    Cell cell,
    int[] pairs,
    double[] scores,
    double[] margins,
    int[] ranks,
    Map<String, Double> figures,
    Map<String, Interval> intervals,
    List<double[]> reliability,
    List<Sample> samples,
    double seconds) {

  /**
   * The best photos of a text.
   *
   * @param text that was asked
   * @param images names of photos, best first
   * @param scores theirs
   */
  public record Sample(String text, List<String> images, List<Double> scores) {}
}
