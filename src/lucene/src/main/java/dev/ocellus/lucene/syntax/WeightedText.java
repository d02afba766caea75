package dev.ocellus.lucene.syntax;

/**
 * A word or phrase with what it counts.
 *
 * @param text as typed, without quotes and escapes
 * @param weight 0 to {@link QueryLimits#MAX_WEIGHT}; 1 unless the query says otherwise
 */
public record WeightedText(String text, float weight) {}
