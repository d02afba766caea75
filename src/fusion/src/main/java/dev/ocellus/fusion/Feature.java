package dev.ocellus.fusion;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is known of a query and a photo, in the order of every feature vector. A feature that cannot
 * be computed (captions of a photo that has none) is missing: {@link Float#NaN}, never zero.
 */
public enum Feature {
  /** Cosine of the query's vector and the photo's image vector, -1 to 1. */
  IMAGE_COSINE("image", true, Evidence.IMAGE),
  /**
   * The same after subtracting from each side half its collection mean (Distribution Normalization,
   * Zhou et al. 2023), not renormalised.
   */
  IMAGE_COSINE_CENTERED("image_centered", true, Evidence.IMAGE),
  /** Cosine of the query's vector and the nearest of the photo's caption vectors. */
  CAPTION_COSINE_MAX("captions", true, Evidence.CAPTIONS),
  /**
   * Mean cosine of the query's vector and the photo's caption vectors; missing for a photo with one
   * caption, of which it says nothing new.
   */
  CAPTION_COSINE_MEAN("captions_mean", true, Evidence.SEVERAL_CAPTIONS),
  /** BM25 over lemmas, divided by the most that the query could score (its summed idf): 0 to 1. */
  BM25("bm25", true, Evidence.WORDS),
  /** Share of the query's idf weight whose lemmas stand in the photo's captions, 0 to 1. */
  IDF_COVERAGE("coverage", true, Evidence.WORDS),
  /** The greatest idf among the query's lemmas that no caption of the photo has; 0 if none. */
  MISSING_IDF("missing_idf", false, Evidence.WORDS),
  /** Number of the photo's captions; 0 for a captionless photo. */
  CAPTION_COUNT("caption_count", false, Evidence.CAPTIONS),
  /** Number of the query's lemma positions. */
  QUERY_LENGTH("query_length", false, Evidence.QUERY);

  private final String key;
  private final boolean similarity;
  private final Evidence evidence;

  Feature(String key, boolean similarity, Evidence evidence) {
    this.key = key;
    this.similarity = similarity;
    this.evidence = evidence;
  }

  /**
   * The feature with this {@link #key()}.
   *
   * @throws DataException naming the known keys, if there is no such feature
   */
  public static Feature ofKey(String key) {
    for (Feature feature : values()) {
      if (feature.key.equals(key)) {
        return feature;
      }
    }
    String known = Arrays.stream(values()).map(Feature::key).collect(Collectors.joining(", "));
    throw new DataException("unknown feature '" + key + "'; known: " + known);
  }

  /** The name in JSON and in explanations. */
  public String key() {
    return key;
  }

  /** Where the feature comes from: features of one evidence are known or missing together. */
  public Evidence evidence() {
    return evidence;
  }

  /** Whether a greater value can only speak for the match: the score must not fall as it grows. */
  public boolean isSimilarity() {
    return similarity;
  }
}
