package dev.ocellus.lucene.policy;

/**
 * A query of which somebody says what a policy should do with it.
 *
 * @param text the query
 * @param label what a policy should do
 * @param part of the list, such as {@code tuning} and {@code unseen}
 */
public record LabelledQuery(String text, Action label, String part) {}
