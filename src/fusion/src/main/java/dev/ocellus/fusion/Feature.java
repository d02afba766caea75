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
   * How near the photo is to texts at large: mean cosine to the nearest of a fixed set of texts, -1
   * to 1. Its cosine with one text says less the greater this is.
   */
  IMAGE_HUBNESS("image_hubness", false, Evidence.IMAGE),
  /** Cosine of the query's vector among texts and the nearest of the photo's caption vectors. */
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
  /**
   * What the query is about (people, men, women, children, adults, several, animals, dogs) and the
   * captions do not mention: summed over these, the share of captions that lack it; 0 to 8.
   */
  SUBJECTS_MISSING("subjects_missing", false, Evidence.CAPTIONS),
  /** What captions are about and the query does not mention: the same the other way round. */
  SUBJECTS_EXTRA("subjects_extra", false, Evidence.CAPTIONS),
  /**
   * Weighted mean, over the query's tokens, of the best cosine with a token of any caption: -1 to 1
   * (late interaction, Khattab and Zaharia 2020).
   */
  TOKEN_RECALL("tokens", true, Evidence.TOKENS),
  /** The same from the captions' side: how much of what they say the query says; their mean. */
  TOKEN_PRECISION("tokens_precision", true, Evidence.TOKENS),
  /** The greatest weight times distance of a query token from its best match; 0 or more. */
  TOKEN_GAP("tokens_gap", false, Evidence.TOKENS),
  /** As {@link #TOKEN_RECALL}, of the words for people, in captions on average; 1 if none. */
  PERSONS("persons", true, Evidence.TOKENS),
  /** The same of the words for animals. */
  ANIMALS("animals", true, Evidence.TOKENS),
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
