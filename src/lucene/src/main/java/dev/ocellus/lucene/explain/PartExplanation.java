package dev.ocellus.lucene.explain;

import org.jspecify.annotations.Nullable;

/**
 * One part of a query and a photo.
 *
 * @param wanted whether the photo should fit it
 * @param factor what the score is multiplied by, 0 to 1
 * @param text how probable it is that its text fits, or null of a part without one
 */
public record PartExplanation(boolean wanted, double factor, @Nullable TextExplanation text) {}
