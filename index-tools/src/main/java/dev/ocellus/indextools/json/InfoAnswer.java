package dev.ocellus.indextools.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.lucene.IndexInfo;
import dev.ocellus.lucene.PolicyMarks;
import org.jspecify.annotations.Nullable;

/** The answer of {@code info}: the components of {@link IndexInfo}, and what makes the score. */
public record InfoAnswer(
    int photos,
    int captions,
    int captionless,
    String modelId,
    int dimension,
    String language,
    String analyzer,
    String photoFolder,
    long bytes,
    double deletedShare,
    @JsonInclude(Include.NON_NULL) @Nullable PolicyMarks policy,
    String luceneVersion,
    Fusion fusion) {

  /**
   * Where searches of the index have their fusion from.
   *
   * @param tuned whether it is the index's own, else the bundled
   * @param encoder the encoder that it was fitted to
   * @param date when it was fitted, as 2026-01-31
   * @param trainedOn the data, in words
   */
  public record Fusion(boolean tuned, String encoder, String date, String trainedOn) {}

  public static InfoAnswer of(IndexInfo info, boolean tuned, FusionCard card) {
    return new InfoAnswer(
        info.photos(),
        info.captions(),
        info.captionless(),
        info.modelId(),
        info.dimension(),
        info.language(),
        info.analyzer(),
        info.photoFolder().toString(),
        info.bytes(),
        info.deletedShare(),
        info.policy(),
        info.luceneVersion(),
        new Fusion(tuned, card.encoder(), card.date().toString(), card.trainedOn()));
  }
}
