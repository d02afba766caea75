package dev.ocellus.lucene.query;

import dev.ocellus.fusion.Contribution;
import dev.ocellus.fusion.Feature;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one part of a query says of a photo. The photo's score is the product of the factors of all
 * parts.
 *
 * @param part the part
 * @param wanted whether the photo should fit it
 * @param probability that it does, 0 to 1
 * @param factor what the score is multiplied by: of a wanted part the probability, of an unwanted
 *     one {@link UnwantedRule#factor} of it
 * @param features the known features of its text; empty of a part without one
 * @param contribution how the text's probability came about; null of a part without a text, or
 *     where it is no sum
 * @param textProbability the text's probability: that of the part, unless it is mixed; NaN of a
 *     part without a text
 * @param likeness {@link LikePart#length} times the cosine of the photo and the pictures; NaN of a
 *     part without pictures
 * @param likeProbability the probability by pictures; NaN of a part without pictures
 */
public record PartScore(
    QueryPart part,
    boolean wanted,
    double probability,
    double factor,
    Map<Feature, Float> features,
    @Nullable Contribution contribution,
    double textProbability,
    double likeness,
    double likeProbability) {

  public PartScore {
    features = Collections.unmodifiableMap(features);
  }

  /** The features that are known. */
  static Map<Feature, Float> known(float[] features) {
    Map<Feature, Float> known = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      float value = features[feature.ordinal()];
      if (!Float.isNaN(value)) {
        known.put(feature, value);
      }
    }
    return known;
  }
}
