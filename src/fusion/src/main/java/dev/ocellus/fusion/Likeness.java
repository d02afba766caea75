package dev.ocellus.fusion;

import java.util.Locale;

/**
 * How probable it is that a description of one photo fits another, by the cosine of their vectors:
 * 1 / (1 + exp(-(slope * cosine + intercept))).
 *
 * @param slope log-odds a unit of cosine, not below 0
 * @param intercept log-odds at cosine 0
 * @param trainedOn the data, in words
 * @param judgments what people said of texts written for one photo and held against another: the
 *     number of their votes
 * @param calibrationError expected calibration error on photos not fitted to, 0 to 1
 */
public record Likeness(
    double slope, double intercept, String trainedOn, long judgments, double calibrationError) {

  /**
   * For an encoder without judgments: what fits the default encoder, rounded. With another encoder
   * it ranks alike, and is no probability.
   */
  public static final Likeness DEFAULT =
      new Likeness(
          6, -4.3, "no judgments of this encoder: as of the default one, no probability", 0, 1);

  /**
   * @throws DataException if a number is out of its range
   */
  public Likeness {
    if (!(slope >= 0 && slope < Double.POSITIVE_INFINITY) || !Double.isFinite(intercept)) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "likeness: the slope must be 0 or more and both must be finite, got %s and %s",
              slope,
              intercept));
    }
    if (judgments < 0) {
      throw new DataException("likeness: judgments must not be negative, got " + judgments);
    }
    if (!(calibrationError >= 0 && calibrationError <= 1)) {
      throw new DataException(
          "likeness: the calibration error must be in [0, 1], got " + calibrationError);
    }
  }

  /**
   * The probability.
   *
   * @param cosine of two photos' unit vectors; beyond -1 and 1 for sums of vectors
   * @return 0 to 1
   */
  public double probability(double cosine) {
    return 1 / (1 + Math.exp(-(slope * cosine + intercept)));
  }

  /** Whether it was fitted to judgments, so that it is a probability. */
  public boolean isFitted() {
    return judgments > 0;
  }
}
