package dev.ocellus.lucene.explain;

import dev.ocellus.lucene.query.LikePart;
import dev.ocellus.lucene.query.MixedPart;
import dev.ocellus.lucene.query.PartScore;
import dev.ocellus.lucene.query.PhotoLayout;
import dev.ocellus.lucene.query.QueryPart;
import dev.ocellus.lucene.query.TextPart;
import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Explains what one part of a query says of photos.
 *
 * @param text its text, or null
 * @param like its pictures, or null
 * @param pictureWeight share of the log-odds that the pictures have
 */
record PartExplainer(@Nullable TextExplainer text, @Nullable LikePart like, double pictureWeight) {

  static PartExplainer of(IndexSearcher searcher, QueryPart part, PhotoLayout layout)
      throws IOException {
    return switch (part) {
      case TextPart alone -> new PartExplainer(TextExplainer.of(searcher, alone, layout), null, 0);
      case LikePart alone -> new PartExplainer(null, alone, 1);
      case MixedPart mixed ->
          new PartExplainer(
              TextExplainer.of(searcher, mixed.text(), layout), mixed.like(), mixed.weight());
    };
  }

  /**
   * @param document the photo's number in the segment
   * @param score how the part came out for it
   */
  PartExplanation explain(LeafReaderContext leaf, int document, PartScore score)
      throws IOException {
    return new PartExplanation(
        score.wanted(),
        score.probability(),
        score.factor(),
        pictureWeight,
        text == null ? null : text.explain(leaf, document, score),
        like == null ? null : explain(like, score),
        sentence(score));
  }

  private static LikenessExplanation explain(LikePart like, PartScore score) {
    double intercept = like.likeness().intercept();
    return Double.isNaN(score.likeness())
        ? new LikenessExplanation(
            score.likeProbability(),
            Double.NEGATIVE_INFINITY,
            null,
            0,
            "the photo has no image vector to compare")
        : new LikenessExplanation(
            score.likeProbability(),
            intercept,
            score.likeness(),
            like.likeness().slope() * score.likeness(),
            format("the photo has cosine %.2f with what it should be like", score.likeness()));
  }

  private String sentence(PartScore score) {
    if (!score.wanted()) {
      return format(
          "unwanted: describes the photo with probability %.3f, leaves %.0f %% of its score",
          score.probability(), 100 * score.factor());
    }
    if (pictureWeight == 0) {
      return format("the text fits with probability %.3f", score.probability());
    }
    return pictureWeight == 1
        ? format("the photo is like it with probability %.3f", score.probability())
        : format(
            "text and pictures together fit with probability %.3f; the pictures count %.0f %%",
            score.probability(), 100 * pictureWeight);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
