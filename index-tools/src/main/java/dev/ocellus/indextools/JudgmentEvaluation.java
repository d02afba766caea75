package dev.ocellus.indextools;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.fusion.metrics.Agreement;
import dev.ocellus.fusion.metrics.Bootstrap;
import dev.ocellus.indextools.json.JudgmentAnswer;
import dev.ocellus.indextools.json.JudgmentAnswer.Value;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.evaluate.KnownCaptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Measures how far the score, and each signal alone, agrees with people's judgments. */
final class JudgmentEvaluation {

  private static final String FUSED = "fused";

  /** What the bundled fusions are a probability of. */
  private static final String USUAL_TARGET = "agreement";

  private final JudgedFeatures judged;
  private final Agreement agreement;
  private final Map<String, FusionModel> signals = new LinkedHashMap<>();

  private JudgmentEvaluation(JudgedFeatures judged, TargetScheme target, FusionModel fused) {
    this.judged = judged;
    this.agreement = new Agreement(judged.pairs(), target);
    signals.put(FUSED, fused);
    for (Feature feature : Feature.values()) {
      if (feature.isSimilarity()) {
        signals.put(feature.key(), new SingleFeature(feature));
      }
    }
  }

  /**
   * @param targetName a {@link TargetScheme}, or null for the usual
   * @param bootstrap null for no intervals
   */
  static JudgmentAnswer run(
      PhotoSearcher photos,
      Judgments judgments,
      @Nullable String targetName,
      @Nullable Bootstrap bootstrap,
      PrintWriter err)
      throws IOException {
    JudgedFeatures judged = JudgedFeatures.of(photos, judgments, null, err);
    TargetScheme target = TargetScheme.named(targetName == null ? USUAL_TARGET : targetName);
    var evaluation = new JudgmentEvaluation(judged, target, photos.fusion());
    return new JudgmentAnswer(
        judged.pairs().size(),
        judged.ownCaptions(),
        judged.unknownPhotos(),
        judgments.problems().size(),
        target.name(),
        evaluation.figures(bootstrap, err));
  }

  private Map<String, Map<String, Map<String, Value>>> figures(
      @Nullable Bootstrap bootstrap, PrintWriter err) {
    Map<String, Map<String, Map<String, Value>>> figures = new LinkedHashMap<>();
    try (var progress = Progress.start(err, "Measuring", "signals")) {
      progress.total((long) signals.size() * KnownCaptions.values().length);
      long done = 0;
      for (KnownCaptions known : KnownCaptions.values()) {
        Map<String, Map<String, Value>> bySignal = new LinkedHashMap<>();
        for (Map.Entry<String, FusionModel> signal : signals.entrySet()) {
          Map<String, Value> values = figures(signal, known, bootstrap);
          if (!values.isEmpty()) {
            bySignal.put(signal.getKey(), values);
          }
          progress.done(++done);
        }
        figures.put(known.key(), bySignal);
      }
    }
    return figures;
  }

  private Map<String, Value> figures(
      Map.Entry<String, FusionModel> signal, KnownCaptions known, @Nullable Bootstrap bootstrap) {
    List<float[]> features = judged.with(known);
    if (signal.getValue() instanceof SingleFeature single
        && features.stream().allMatch(f -> Float.isNaN(f[single.feature().ordinal()]))) {
      return Map.of();
    }
    double[] scores = features.stream().mapToDouble(signal.getValue()::score).toArray();
    Map<String, Value> values = JudgmentAnswer.values(agreement.of(scores, bootstrap));
    if (!signal.getKey().equals(FUSED)) {
      // A cosine is no probability.
      values.remove(Agreement.CALIBRATION_ERROR);
    }
    return values;
  }

  /** For people. */
  static void print(PrintWriter out, JudgmentAnswer answer) {
    out.printf(
        Locale.ROOT,
        "%,d judged pairs, %,d of them of texts written for the photo; %,d left out without their photo%n",
        answer.pairs(),
        answer.ownCaptions(),
        answer.unknownPhotos());
    answer
        .figures()
        .forEach(
            (known, bySignal) -> {
              var names = new TreeSet<String>();
              bySignal.values().forEach(values -> names.addAll(values.keySet()));
              for (String name : names) {
                out.printf("%n%s, %s%n", known.replace('_', ' '), name);
                bySignal.forEach((signal, values) -> print(out, signal, values.get(name)));
              }
            });
    out.printf("%nall but tau-b and tau-c are against the target %s%n", answer.target());
  }

  private static void print(PrintWriter out, String signal, @Nullable Value value) {
    if (value != null) {
      String interval =
          value.low() == null || value.high() == null
              ? ""
              : String.format(Locale.ROOT, "  %.3f to %.3f", value.low(), value.high());
      out.printf(Locale.ROOT, "  %-15s %7.4f%s%n", signal, value.value(), interval);
    }
  }
}
