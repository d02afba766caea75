package dev.ocellus.opensearch.mapper;

import java.util.Arrays;
import org.apache.lucene.index.VectorSimilarityFunction;

/** How near two vectors are, as a mapping names it. */
public enum Similarity {
  /** Of unit vectors, whose dot product is their cosine. The default. */
  DOT_PRODUCT("dot_product", VectorSimilarityFunction.DOT_PRODUCT),
  /** Of vectors of any length but zero. */
  COSINE("cosine", VectorSimilarityFunction.COSINE),
  /** The nearer in space, the more similar. */
  L2_NORM("l2_norm", VectorSimilarityFunction.EUCLIDEAN),
  /** The dot product of vectors of any length. */
  MAX_INNER_PRODUCT("max_inner_product", VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT);

  private final String key;
  private final VectorSimilarityFunction function;

  Similarity(String key, VectorSimilarityFunction function) {
    this.key = key;
    this.function = function;
  }

  /** That of a name, which exists. */
  static Similarity of(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst().orElseThrow();
  }

  /** All names, the default's first. */
  static String[] keys() {
    return Arrays.stream(values()).map(Similarity::key).toArray(String[]::new);
  }

  /** Its name in mappings. */
  public String key() {
    return key;
  }

  /** Lucene's. */
  public VectorSimilarityFunction function() {
    return function;
  }
}
