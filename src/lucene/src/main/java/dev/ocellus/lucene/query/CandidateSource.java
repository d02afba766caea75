package dev.ocellus.lucene.query;

/** A way to find candidate photos for a query; each contributes its best {@code window}. */
public enum CandidateSource {
  /** BM25 over the captions' lemmas. */
  WORDS,
  /** Nearest image vectors. */
  IMAGE,
  /** Photos of the nearest caption vectors. */
  CAPTIONS
}
