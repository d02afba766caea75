package dev.ocellus.lucene.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.explain.FeatureExplanation;
import dev.ocellus.lucene.explain.HitExplanation;
import dev.ocellus.lucene.explain.LikenessExplanation;
import dev.ocellus.lucene.explain.PartExplanation;
import dev.ocellus.lucene.explain.TextExplanation;
import dev.ocellus.lucene.highlight.HighlightedCaption;
import dev.ocellus.lucene.search.Details;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One photo of an answer.
 *
 * @param parts the evidence by {@link Feature#key()}; what is not known of the photo is not there
 * @param explanation how the score came about; only where asked for
 * @param caption the caption nearest to the query, null for a photo without captions
 * @param captions all of them with what matched, the nearest first; only where asked for
 * @param alike ids of the photos that this one stands for; only where photos are collapsed
 * @param fields the photo's own fields; only where asked for
 * @param policyCategories that the photo is marked with; only where it is
 * @param path the photo's file; only where whoever asks is on the same machine
 * @param links where a server has the photo; only from a server
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FoundPhoto(
    int rank,
    String id,
    float score,
    Map<String, Float> parts,
    @JsonInclude(Include.NON_NULL) @Nullable Explained explanation,
    @Nullable String caption,
    @JsonInclude(Include.NON_NULL) @Nullable List<Marked> captions,
    @JsonInclude(Include.NON_EMPTY) List<String> alike,
    @JsonInclude(Include.NON_NULL) @Nullable Map<String, List<Object>> fields,
    @JsonInclude(Include.NON_EMPTY) List<String> policyCategories,
    @JsonInclude(Include.NON_NULL) @Nullable String path,
    @JsonInclude(Include.NON_NULL) @Nullable Links links) {

  /**
   * Addresses at a server, without its name.
   *
   * @param photo all that is known of it, as JSON
   * @param image its file
   * @param thumbnail a small copy of it
   */
  public record Links(String photo, String image, String thumbnail) {}

  /** The same from a server: with addresses, without the file's path. */
  FoundPhoto linked(Function<String, Links> addresses) {
    return new FoundPhoto(
        rank,
        id,
        score,
        parts,
        explanation,
        caption,
        captions,
        alike,
        fields,
        policyCategories,
        null,
        addresses.apply(id));
  }

  /**
   * A caption with the words that matched.
   *
   * @param spans start and end of each, in UTF-16 code units
   */
  public record Marked(String text, List<int[]> spans) {

    static Marked of(HighlightedCaption caption) {
      return new Marked(
          caption.text(),
          caption.spans().stream().map(span -> new int[] {span.start(), span.end()}).toList());
    }
  }

  /**
   * A score as a product of its parts' factors.
   *
   * @param parts of the query, in its order
   */
  public record Explained(double score, List<Part> parts) {

    static Explained of(HitExplanation explanation) {
      return new Explained(
          explanation.score(), explanation.parts().stream().map(Part::of).toList());
    }
  }

  /**
   * What one part of the query says. A text's probability is 1 / (1 + exp(-x)), x being the
   * intercept and all log-odds together.
   *
   * @param intercept of the text's log-odds; null where nothing was known, or without a text
   * @param features of the text; only where there is one
   * @param likeness cosine with the pictures; only where there are any
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Part(
      String sentence,
      boolean wanted,
      double probability,
      double factor,
      @JsonInclude(Include.NON_NULL) @Nullable String regime,
      @JsonInclude(Include.NON_NULL) @Nullable Double intercept,
      @JsonInclude(Include.NON_NULL) @Nullable List<Told> features,
      @JsonInclude(Include.NON_NULL) @Nullable Double likeness,
      @JsonInclude(Include.NON_NULL) @Nullable Double pictureWeight) {

    static Part of(PartExplanation part) {
      TextExplanation text = part.text();
      LikenessExplanation likeness = part.likeness();
      Double intercept = text == null ? null : text.intercept();
      return new Part(
          part.sentence(),
          part.wanted(),
          part.probability(),
          part.factor(),
          text == null ? null : text.regime(),
          intercept == null || !Double.isFinite(intercept) ? null : intercept,
          text == null ? null : text.features().stream().map(Told::of).toList(),
          likeness == null ? null : likeness.cosine(),
          likeness == null ? null : part.pictureWeight());
    }
  }

  /**
   * One feature.
   *
   * @param value null where it is missing
   * @param logOdds what it adds; null where the score is no sum
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Told(
      String feature, @Nullable Float value, @Nullable Double logOdds, String sentence) {

    static Told of(FeatureExplanation told) {
      return new Told(told.feature().key(), told.value(), told.logOdds(), told.sentence());
    }
  }

  static FoundPhoto of(Hit hit, Details details) {
    Map<String, Float> parts = new LinkedHashMap<>();
    if (!hit.parts().isEmpty()) {
      new EnumMap<>(hit.parts()).forEach((feature, value) -> parts.put(feature.key(), value));
    }
    HitExplanation explanation = hit.explanation();
    return new FoundPhoto(
        hit.rank(),
        hit.id(),
        hit.score(),
        parts,
        explanation == null ? null : Explained.of(explanation),
        hit.caption(),
        details.highlight() ? hit.captions().stream().map(Marked::of).toList() : null,
        hit.alike(),
        details.fields() ? hit.fields() : null,
        hit.policyCategories(),
        hit.path().toString(),
        null);
  }
}
