package dev.ocellus.indextools;

import dev.ocellus.fusion.FusionCard;
import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.fusion.metrics.Agreement;
import dev.ocellus.lucene.evaluate.KnownCaptions;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How far a trained score agrees with people on photos that it had not seen.
 *
 * @param figures by what captions are known, by name
 */
record TrainingReport(Map<KnownCaptions, Map<String, Agreement.Figure>> figures) {

  /**
   * @param scores of the pairs with all captions, then with one, then with none
   */
  static TrainingReport of(JudgedFeatures judged, TargetScheme scheme, double[] scores) {
    List<JudgedPair> pairs = judged.pairs();
    Agreement agreement = new Agreement(pairs, scheme);
    Map<KnownCaptions, Map<String, Agreement.Figure>> figures = new EnumMap<>(KnownCaptions.class);
    for (KnownCaptions known : KnownCaptions.values()) {
      double[] some = new double[pairs.size()];
      System.arraycopy(scores, known.ordinal() * some.length, some, 0, some.length);
      figures.put(known, agreement.of(some, null));
    }
    return new TrainingReport(figures);
  }

  /** For the card. */
  Map<String, Double> calibrationErrors() {
    Map<String, Double> errors = new LinkedHashMap<>();
    figures.forEach(
        (known, byName) -> {
          Agreement.Figure error = byName.get(Agreement.CALIBRATION_ERROR);
          if (error != null) {
            // Searches know all captions that there are.
            errors.putIfAbsent(FusionCard.OVERALL, error.value());
            errors.put(known.key(), error.value());
          }
        });
    return errors;
  }

  /** One line for the card. */
  String summary(int folds) {
    var parts = new StringJoiner(", ");
    figures.forEach(
        (known, byName) ->
            byName.forEach(
                (name, figure) -> {
                  if (name.equals(Agreement.EXPERT_TAU_C)
                      || name.startsWith(Agreement.CROWD_TAU_B)) {
                    parts.add(
                        String.format(
                            Locale.ROOT, "%s %s %.4f", known.title(), name, figure.value()));
                  }
                }));
    return "over " + folds + " folds of photos not seen: " + parts;
  }

  void print(PrintWriter out, int folds) {
    out.printf("over %d folds, by models that had not seen the photo%n", folds);
    figures.forEach(
        (known, byName) -> {
          out.printf("%n%s%n", known.title());
          byName.forEach(
              (name, figure) -> out.printf(Locale.ROOT, "  %-18s %7.4f%n", name, figure.value()));
        });
    out.println();
  }
}
