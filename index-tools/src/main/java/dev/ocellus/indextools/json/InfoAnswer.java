package dev.ocellus.indextools.json;

import dev.ocellus.lucene.IndexInfo;

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
        info.luceneVersion());
  }
}
