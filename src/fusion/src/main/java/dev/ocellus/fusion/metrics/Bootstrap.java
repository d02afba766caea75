package dev.ocellus.fusion.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far a figure might be off by the luck of the draw: the figure is computed again for samples
 * drawn, with replacement, from the groups of rows (Efron, Annals of Statistics 1979; whole groups
 * are drawn because the rows of one are not independent: Davison and Hinkley, "Bootstrap Methods
 * and their Application", 1997, section 3.8).
 *
 * @param resamples number of samples, 1 or more; 1,000 or more for intervals worth printing
 * @param seed of the drawing: the same seed draws the same samples from the same groups
 */
public record Bootstrap(int resamples, long seed) {

  public Bootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples must be 1 or more, got " + resamples);
    }
  }

  /**
   * The difference of two methods on the same rows.
   *
   * @param difference the first method's figure less the second's
   * @param interval of that difference, of 95 %
   * @param pValue twice the share of samples whose difference is 0 or has the other sign, at most 1
   *     and never 0: the sample itself counts as one
   */
  public record Difference(double difference, Interval interval, double pValue) {}

  /**
   * The 95 % percentile interval of a figure: from the 2.5th to the 97.5th percentile of the
   * samples' figures. Samples for which the figure is not defined are left out.
   *
   * @param outputs what the method gave for every row
   * @throws IllegalArgumentException if the figure is defined for no sample
   */
  public Interval interval(double[] outputs, RowGroups groups, Statistic statistic) {
    check(outputs, groups);
    SplittableRandom random = new SplittableRandom(seed);
    double[] figures = new double[resamples];
    Arrays.setAll(figures, i -> statistic.of(outputs, groups.resample(random)));
    return percentiles(defined(figures));
  }

  /**
   * The paired bootstrap: both methods' figures over the same samples (Koehn, EMNLP 2004).
   *
   * @param first what the first method gave for every row
   * @param second what the second method gave for the same rows
   * @throws IllegalArgumentException if the figures are defined for no sample
   */
  public Difference difference(
      double[] first, double[] second, RowGroups groups, Statistic statistic) {
    check(first, groups);
    check(second, groups);
    SplittableRandom random = new SplittableRandom(seed);
    double[] differences = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      int[] rows = groups.resample(random);
      differences[i] = statistic.of(first, rows) - statistic.of(second, rows);
    }
    double[] defined = defined(differences);
    int[] all = groups.all();
    double observed = statistic.of(first, all) - statistic.of(second, all);
    long contrary = Arrays.stream(defined).filter(d -> observed > 0 ? d <= 0 : d >= 0).count();
    double pValue = observed == 0 ? 1 : Math.min(1, 2.0 * (contrary + 1) / (defined.length + 1));
    return new Difference(observed, percentiles(defined), pValue);
  }

  private static double[] defined(double[] figures) {
    return Arrays.stream(figures).filter(figure -> !Double.isNaN(figure)).toArray();
  }

  private static Interval percentiles(double[] figures) {
    if (figures.length == 0) {
      throw new IllegalArgumentException("the figure is defined for no sample of these rows");
    }
    Percentiles percentiles = Percentiles.of(figures);
    return new Interval(percentiles.at(2.5), percentiles.at(97.5));
  }

  static void check(double[] outputs, RowGroups groups) {
    if (outputs.length != groups.size()) {
      throw new IllegalArgumentException(
          "outputs and groups must be of as many rows, got %d and %d"
              .formatted(outputs.length, groups.size()));
    }
  }
}
