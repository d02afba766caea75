package dev.ocellus.fusion;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a fusion model comes from and how far its score can be trusted.
 *
 * @param trainedOn the data, in words
 * @param date when it was trained
 * @param encoder id of the encoder whose vectors gave the cosines
 * @param pairs number of training pairs
 * @param sampling how the non-matching pairs were drawn, in words: the score is a probability under
 *     this sampling
 * @param calibrationError expected calibration error on pairs not trained on, 0 to 1: key "overall"
 *     and the names of regimes
 * @param madeBy program and version
 */
public record FusionCard(
    String trainedOn,
    LocalDate date,
    String encoder,
    long pairs,
    String sampling,
    Map<String, Double> calibrationError,
    String madeBy) {

  /** Key of the calibration error over all pairs. */
  public static final String OVERALL = "overall";

  /**
   * @throws DataException if a count or an error is out of its range
   */
  public FusionCard {
    calibrationError = Collections.unmodifiableMap(new LinkedHashMap<>(calibrationError));
    if (pairs < 0) {
      throw new DataException("card: pairs must not be negative, got " + pairs);
    }
    calibrationError.forEach(
        (name, error) -> {
          if (!(error >= 0 && error <= 1)) {
            throw new DataException(
                "card: calibration error '" + name + "' must be in [0, 1], got " + error);
          }
        });
  }
}
