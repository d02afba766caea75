package dev.ocellus.lucene.edit;

/** What became of a photo. */
public enum EditOutcome {
  /** The index did not have its id. */
  ADDED,
  /** It is another than before. */
  CHANGED,
  /** It is as it was. */
  UNCHANGED
}
