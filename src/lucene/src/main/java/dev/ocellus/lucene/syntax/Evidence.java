package dev.ocellus.lucene.syntax;

/** What a text is looked for in. */
public enum Evidence {
  /** Captions and pictures: words without a field. */
  BOTH,
  /** Pictures alone: {@code show:sunset}. */
  PICTURE,
  /** Captions alone: {@code say:sunset}. */
  CAPTIONS
}
