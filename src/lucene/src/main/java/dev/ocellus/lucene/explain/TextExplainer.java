package dev.ocellus.lucene.explain;

import dev.ocellus.fusion.Contribution;
import dev.ocellus.fusion.Feature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts numbers and sentences side by side. */
final class TextExplainer {

  private TextExplainer() {}

  /**
   * @param contribution how the probability came about, or null where it is no sum
   */
  static TextExplanation explain(
      double probability, @Nullable Contribution contribution, FeatureSentences sentences) {
    List<FeatureExplanation> features = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      features.add(
          new FeatureExplanation(
              feature,
              sentences.features().get(feature),
              contribution == null ? null : contribution.features().getOrDefault(feature, 0.0),
              sentences.of(feature)));
    }
    return contribution == null
        ? new TextExplanation(probability, null, null, features)
        : new TextExplanation(
            probability, contribution.regime(), contribution.intercept(), features);
  }
}
