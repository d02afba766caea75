package dev.ocellus.lucene.query;

import dev.ocellus.fusion.Contribution;
import dev.ocellus.fusion.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Explanation;
import org.jspecify.annotations.Nullable;

/** Lucene's explanation of a photo's score, from what the parts say. */
final class CandidateExplanation {

  private CandidateExplanation() {}

  /**
   * @param model name of the fusion
   */
  static Explanation of(List<PartScore> parts, String model, float boost) {
    float score = boost * LeafScorer.product(parts);
    if (parts.size() == 1 && parts.getFirst().part() instanceof TextPart) {
      return text(parts.getFirst(), score, model);
    }
    return Explanation.match(
        score,
        "product over the query's parts",
        parts.stream().map(part -> part(part, model)).toList());
  }

  private static Explanation part(PartScore part, String model) {
    if (!part.wanted()) {
      return Explanation.match(
          part.factor(),
          String.format(
              Locale.ROOT,
              "unwanted: 1 - P with odds of P %.0f times those of its description (%s)",
              UnwantedRule.ODDS,
              part.part()),
          text(part, part.probability(), model));
    }
    return switch (part.part()) {
      case TextPart text -> text(part, part.probability(), model);
      case LikePart like -> like(like, part);
      case MixedPart mixed ->
          Explanation.match(
              part.probability(),
              String.format(
                  Locale.ROOT,
                  "mixed: %.3f of the log-odds by text, %.3f of those by pictures",
                  1 - mixed.weight(),
                  mixed.weight()),
              text(part, part.textProbability(), model),
              like(mixed.like(), part));
    };
  }

  private static Explanation like(LikePart like, PartScore part) {
    String how =
        String.format(
            Locale.ROOT,
            "likeness, log-odds %.4f + %.4f times",
            like.likeness().intercept(),
            like.likeness().slope());
    Explanation cosine =
        Double.isNaN(part.likeness())
            ? Explanation.noMatch("the photo has no image vector")
            : Explanation.match(part.likeness(), "cosine with " + like);
    return Explanation.match(part.likeProbability(), how, cosine);
  }

  private static Explanation text(PartScore part, Number score, String model) {
    Contribution contribution = part.contribution();
    List<Explanation> features = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      features.add(feature(feature, part.features().get(feature), contribution));
    }
    String how =
        contribution == null
            ? model + " of"
            : String.format(
                Locale.ROOT,
                "%s, regime %s: log-odds %.4f and those of",
                model,
                contribution.regime(),
                contribution.intercept());
    return Explanation.match(score, how, features);
  }

  private static Explanation feature(
      Feature feature, @Nullable Float value, @Nullable Contribution contribution) {
    Double logOdds = contribution == null ? null : contribution.features().get(feature);
    String says = logOdds == null ? "" : String.format(Locale.ROOT, ", log-odds %.4f", logOdds);
    return value == null
        ? Explanation.noMatch(feature.key() + " is missing" + says)
        : Explanation.match(value, feature.key() + says);
  }
}
