package dev.ocellus.indextools.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.ocellus.fusion.metrics.Agreement;
import dev.ocellus.fusion.metrics.Interval;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code evaluate --judgments}.
 *
 * @param pairs number of judged pairs scored
 * @param ownCaptions number of pairs whose text was written for the photo
 * @param unknownPhotos number of pairs left out because the index has no such photo
 * @param malformedRows number of rows of judgments that could not be read
 * @param target the scheme that made one number of a pair's judgments
 * @param figures by what captions are known, by signal, by name
 */
public record JudgmentAnswer(
    int pairs,
    int ownCaptions,
    int unknownPhotos,
    int malformedRows,
    String target,
    Map<String, Map<String, Map<String, Value>>> figures) {

  /**
   * One figure.
   *
   * @param low lower end of the 95 % interval
   * @param high upper end
   * @param rows number of judgments
   */
  @JsonInclude(Include.NON_NULL)
  public record Value(double value, @Nullable Double low, @Nullable Double high, int rows) {}

  /** Figures in the form of the answer. */
  public static Map<String, Value> values(Map<String, Agreement.Figure> figures) {
    Map<String, Value> values = new LinkedHashMap<>();
    figures.forEach(
        (name, figure) -> {
          Interval interval = figure.interval();
          values.put(
              name,
              new Value(
                  figure.value(),
                  interval == null ? null : interval.low(),
                  interval == null ? null : interval.high(),
                  figure.rows()));
        });
    return values;
  }
}
