package dev.ocellus.lucene.explain;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How probable it is that a text fits a photo, and why.
 *
 * @param probability 0 to 1: 1 / (1 + exp(-log-odds)), the log-odds being the intercept and those
 *     of all features summed
 * @param regime the set of weights used, by the evidence that there is ("none" where there is
 *     none), or null where the probability is one feature alone
 * @param intercept log-odds of a typical pair, negative infinity where nothing is known; null with
 *     {@code regime}
 * @param features all features, in the order of {@link dev.ocellus.fusion.Feature}
 */
public record TextExplanation(
    double probability,
    @Nullable String regime,
    @Nullable Double intercept,
    List<FeatureExplanation> features) {

  public TextExplanation {
    features = List.copyOf(features);
  }

  /** The features that the score was made of, those that changed it most first. */
  public List<FeatureExplanation> weighed() {
    return features.stream()
        .filter(feature -> weight(feature) > 0)
        .sorted(Comparator.comparingDouble(TextExplanation::weight).reversed())
        .toList();
  }

  private static double weight(FeatureExplanation feature) {
    Double logOdds = feature.logOdds();
    return logOdds == null ? 0 : Math.abs(logOdds);
  }
}
