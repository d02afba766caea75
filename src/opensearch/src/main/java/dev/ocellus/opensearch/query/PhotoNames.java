package dev.ocellus.opensearch.query;

/** What a photo's fields are called in a cluster: those of the index template. */
final class PhotoNames {

  /** The captions' texts. */
  static final String CAPTION = "caption";

  /** Where the picture's vector is, unless a query names another field. */
  static final String IMAGE_VECTOR = "image_vector";

  /** How near the picture is to texts at large. */
  static final String IMAGE_HUBNESS = "image_hubness";

  /** Nested objects, one a caption. */
  static final String CAPTIONS = "captions";

  /** A caption's vector. */
  static final String CAPTION_VECTOR = CAPTIONS + ".vector";

  /** A caption's tokens. */
  static final String CAPTION_TOKENS = CAPTIONS + ".tokens";

  /** A caption's subjects. */
  static final String CAPTION_SUBJECTS = CAPTIONS + ".subjects";

  /** What queries call a photo's {@code _id}, as in an embedded index. */
  static final String ID = "id";

  private PhotoNames() {}
}
