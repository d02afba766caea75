package dev.ocellus.fusion.metrics;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/** A figure of a method, computed from what the method gave for some rows. */
@FunctionalInterface
public interface Statistic {

  /** The mean of the rows, such as recall from a 1 or a 0 for each query. */
  Statistic MEAN =
      (outputs, rows) -> {
        double sum = 0;
        for (int row : rows) {
          sum += outputs[row];
        }
        return sum / rows.length;
      };

  /**
   * @param outputs what the method gave for every row
   * @param rows the rows to take, a row as often as it stands there
   * @return NaN where the figure is not defined
   */
  double of(double[] outputs, int[] rows);

  /**
   * A figure of scores and targets, such as {@code against(ratings, KendallTau::c)}.
   *
   * @param targets one for every row
   */
  static Statistic against(double[] targets, ToDoubleBiFunction<double[], double[]> figure) {
    return (outputs, rows) ->
        figure.applyAsDouble(
            Arrays.stream(rows).mapToDouble(row -> outputs[row]).toArray(),
            Arrays.stream(rows).mapToDouble(row -> targets[row]).toArray());
  }
}
