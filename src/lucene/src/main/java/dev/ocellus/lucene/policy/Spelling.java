package dev.ocellus.lucene.policy;

import java.util.Locale;

/** How a text had to be read for a rule to match. */
public enum Spelling {
  /** As it stands. */
  WRITTEN,
  /** With look-alike characters, hidden ones, split or repeated letters undone. */
  DISGUISED,
  /** With one letter of a long unknown word put right. */
  MISTYPED;

  /** The name in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
