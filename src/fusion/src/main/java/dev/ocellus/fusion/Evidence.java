package dev.ocellus.fusion;

/** What a feature is computed from. A photo without captions has image evidence only. */
public enum Evidence {
  /** The photo's vector. */
  IMAGE,
  /** The vectors of the photo's captions. */
  CAPTIONS,
  /** The lemmas of the photo's captions; missing too for a query of stop words alone. */
  WORDS,
  /** The vectors of the captions' tokens, of an encoder that shows them. */
  TOKENS,
  /** That the photo has more captions than one: what they say together. */
  SEVERAL_CAPTIONS,
  /** The query by itself: known for every photo, says nothing about a match. */
  QUERY
}
