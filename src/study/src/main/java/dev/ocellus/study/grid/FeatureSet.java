package dev.ocellus.study.grid;

/**
 * What a learner sees: a way to make a row of a photo's and a text's vectors, or the fusion's
 * features.
 *
 * @param kind of combination
 * @param image name of the image vectors; empty for the fusion's features
 * @param text name of the text vectors; likewise
 */
record FeatureSet(Kind kind, String image, String text) {

  /** Ways to combine. */
  enum Kind {
    COSINE("cosine"),
    CONCATENATION("concatenation"),
    DIFFERENCE_AND_PRODUCT("difference-product"),
    FUSION("fusion");

    final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  static final FeatureSet FUSION = new FeatureSet(Kind.FUSION, "", "");

  /** The name in tables: {@code cosine(encoder, tower)}. */
  String name() {
    return kind == Kind.FUSION ? kind.key : "%s(%s, %s)".formatted(kind.key, image, text);
  }
}
