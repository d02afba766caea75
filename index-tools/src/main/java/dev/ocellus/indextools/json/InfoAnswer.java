package dev.ocellus.indextools.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.ocellus.lucene.IndexInfo;
import dev.ocellus.lucene.PolicyMarks;
import org.jspecify.annotations.Nullable;

/** The answer of {@code info}: the components of {@link IndexInfo}. */
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
    String luceneVersion) {

  public static InfoAnswer of(IndexInfo info) {
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
        info.luceneVersion());
  }
}
