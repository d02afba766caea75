package dev.ocellus.fusion;

/**
 * What is known of a query and a photo, in the order of every feature vector. A feature that cannot
 * be computed (captions of a photo that has none) is missing: {@link Float#NaN}, never zero.
 */
public enum Feature {
  /** Cosine of the query's vector and the photo's image vector, -1 to 1. */
  IMAGE_COSINE("image", true),
  /**
   * The same after subtracting from each side half its collection mean (Distribution Normalization,
   * Zhou et al. 2023), not renormalised.
   */
  IMAGE_COSINE_CENTERED("image_centered", true),
  /** Cosine of the query's vector and the nearest of the photo's caption vectors. */
  CAPTION_COSINE_MAX("captions", true),
  /** Mean cosine of the query's vector and the photo's caption vectors. */
  CAPTION_COSINE_MEAN("captions_mean", true),
  /** BM25 over lemmas, divided by the most that the query could score (its summed idf): 0 to 1. */
  BM25("bm25", true),
  /** Share of the query's idf weight whose lemmas stand in the photo's captions, 0 to 1. */
  IDF_COVERAGE("coverage", true),
  /** The greatest idf among the query's lemmas that no caption of the photo has; 0 if none. */
  MISSING_IDF("missing_idf", false),
  /** Number of the photo's captions; 0 for a captionless photo. */
  CAPTION_COUNT("caption_count", false),
  /** Number of the query's lemma positions. */
  QUERY_LENGTH("query_length", false);

  private final String key;
  private final boolean similarity;

  Feature(String key, boolean similarity) {
    this.key = key;
    this.similarity = similarity;
  }

  /** The name in JSON and in explanations. */
  public String key() {
    return key;
  }

  /** Whether a greater value can only speak for the match: the score must not fall as it grows. */
  public boolean isSimilarity() {
    return similarity;
  }
}
