package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.PhotoIndex;
import org.apache.lucene.search.IndexSearcher;

/** Bounds that keep every query well below a second, whatever it is made of. */
public final class QueryLimits {

  /** Longest query, in UTF-16 code units. */
  public static final int MAX_LENGTH = PhotoIndex.MAX_QUERY_LENGTH;

  /** Deepest brackets in brackets. */
  public static final int MAX_DEPTH = 32;

  /**
   * Words, phrases' words, values and ranges in a condition: half of what Lucene takes in one
   * query, so that the other half is left to the searcher's own clauses.
   */
  public static final int MAX_CONDITIONS = IndexSearcher.getMaxClauseCount() / 2;

  /** Wildcards, prefixes, fuzzy words and regular expressions together. */
  public static final int MAX_PATTERNS = 16;

  /** Longest pattern, in UTF-16 code units. */
  public static final int MAX_PATTERN_LENGTH = 200;

  /** Largest product of a regular expression's repetition counts. */
  public static final int MAX_REPETITIONS = 1000;

  /** Unwanted texts, or those added and subtracted beside {@code like:}: each is encoded. */
  public static final int MAX_SIGNED_TEXTS = 8;

  /** Photos that others shall resemble. */
  public static final int MAX_LIKES = 16;

  /** Largest weight. */
  public static final float MAX_WEIGHT = 100;

  /** Largest slop: less than the gap between two captions of a photo. */
  public static final int MAX_SLOP = 99;

  private QueryLimits() {}
}
