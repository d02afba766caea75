package dev.ocellus.indextools.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.lucene.IndexInfo;
import dev.ocellus.lucene.PolicyMarks;
import java.util.LinkedHashMap;
import java.util.Map;
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
    Map<String, String> fields,
    long bytes,
    Map<String, Long> bytesByPart,
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
   * @param pairs number of training pairs
   * @param sampling how the pairs that do not match were drawn, in words
   * @param calibrationError expected calibration error on pairs not trained on, by regime
   * @param madeBy program and version
   */
  public record Fusion(
      boolean tuned,
      String encoder,
      String date,
      String trainedOn,
      long pairs,
      String sampling,
      Map<String, Double> calibrationError,
      String madeBy) {

    static Fusion of(boolean tuned, FusionCard card) {
      return new Fusion(
          tuned,
          card.encoder(),
          card.date().toString(),
          card.trainedOn(),
          card.pairs(),
          card.sampling(),
          card.calibrationError(),
          card.madeBy());
    }
  }

  public static InfoAnswer of(IndexInfo info, boolean tuned, FusionCard card) {
    Map<String, String> fields = new LinkedHashMap<>();
    info.fields().kinds().forEach((name, kind) -> fields.put(name, kind.key()));
    Map<String, Long> bytesByPart = new LinkedHashMap<>();
    info.bytesByPart().forEach((part, bytes) -> bytesByPart.put(part.key(), bytes));
    return new InfoAnswer(
        info.photos(),
        info.captions(),
        info.captionless(),
        info.modelId(),
        info.dimension(),
        info.language(),
        info.analyzer(),
        info.photoFolder().toString(),
        fields,
        info.bytes(),
        bytesByPart,
        info.deletedShare(),
        info.policy(),
        info.luceneVersion(),
        Fusion.of(tuned, card));
  }
}
