package dev.ocellus.lucene.query;

import dev.ocellus.fusion.FusionModel;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Scores photos by one part of a query.
 *
 * @param part the part
 * @param wanted whether photos should fit it
 * @param layout where the index holds what is read of photos
 * @param text what computes the features of its text, or null
 * @param like its pictures, or null
 */
record PartScorer(
    QueryPart part,
    boolean wanted,
    FusionModel model,
    PhotoLayout layout,
    @Nullable FeatureExtractor text,
    @Nullable LikePart like) {

  static PartScorer of(IndexSearcher searcher, QueryPart part, boolean wanted, HybridQuery query)
      throws IOException {
    FusionModel model = query.model();
    PhotoLayout layout = query.layout();
    return switch (part) {
      case TextPart text ->
          new PartScorer(
              part, wanted, model, layout, new FeatureExtractor(searcher, text, layout), null);
      case LikePart like -> new PartScorer(part, wanted, model, layout, null, like);
      case MixedPart mixed ->
          new PartScorer(
              part,
              wanted,
              model,
              layout,
              new FeatureExtractor(searcher, mixed.text(), layout),
              mixed.like());
    };
  }

  InLeaf leaf(LeafReaderContext leaf, int @Nullable [] asked) throws IOException {
    return new InLeaf(
        this,
        text == null ? null : text.leaf(leaf, asked),
        like == null ? null : LeafLikeness.of(leaf, like, layout, asked));
  }

  /** A part's probability by those of its text and its pictures. */
  private double probability(double byText, double byPictures) {
    return switch (part) {
      case TextPart alone -> byText;
      case LikePart alone -> byPictures;
      case MixedPart mixed -> mixed.mix(byText, byPictures);
    };
  }

  private double factor(double probability) {
    return wanted ? probability : UnwantedRule.factor(probability);
  }

  /** The same in one segment. Reads forward only. */
  record InLeaf(PartScorer scorer, @Nullable LeafFeatures text, @Nullable LeafLikeness like) {

    boolean wanted() {
      return scorer.wanted;
    }

    /** What the photo's score is multiplied by. */
    double factor(int doc) throws IOException {
      double byText = text == null ? Double.NaN : scorer.model.score(text.extract(doc));
      double byPictures = like == null ? Double.NaN : like.probability(like.likeness(doc));
      return scorer.factor(scorer.probability(byText, byPictures));
    }

    /** The same with all that it comes from. */
    PartScore score(int doc) throws IOException {
      float[] features = text == null ? null : text.extract(doc);
      double byText = features == null ? Double.NaN : scorer.model.score(features);
      double likeness = like == null ? Double.NaN : like.likeness(doc);
      double byPictures = like == null ? Double.NaN : like.probability(likeness);
      double probability = scorer.probability(byText, byPictures);
      return new PartScore(
          scorer.part,
          scorer.wanted,
          probability,
          scorer.factor(probability),
          features == null ? Map.of() : PartScore.known(features),
          features == null ? null : scorer.model.contribution(features),
          byText,
          likeness,
          byPictures);
    }
  }
}
