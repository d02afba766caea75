package dev.ocellus.lucene.facet;

/**
 * A value and how many photos have it.
 *
 * @param value a String, a Long or a Double, by the field's kind; dates are ISO 8601 Strings
 * @param count 1 or more
 */
public record FacetCount(Object value, int count) {}
