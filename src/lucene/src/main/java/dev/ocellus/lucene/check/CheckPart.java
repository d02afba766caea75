package dev.ocellus.lucene.check;

import java.util.Locale;

/** What a problem is a problem of. */
public enum CheckPart {
  /** Lucene's files: checksums, postings, stored fields, vectors. */
  LUCENE,
  /** What the index records of itself: encoder, analyzer, policy, fusion. */
  METADATA,
  /** The photos' documents. */
  PHOTOS,
  /** The photo files. */
  FILES;

  /** The name in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
