package dev.ocellus.lucene.explain;

import org.jspecify.annotations.Nullable;

/**
 * How probable it is that a photo is like pictures, and why.
 *
 * @param probability 0 to 1: 1 / (1 + exp(-log-odds)), the log-odds being {@code intercept +
 *     logOdds}
 * @param intercept log-odds at cosine 0
 * @param cosine of the photo's image vector and the pictures', beyond -1 and 1 where texts were
 *     added; null of a photo without a vector
 * @param logOdds what the cosine adds
 * @param sentence what it says, in English
 */
public record LikenessExplanation(
    double probability,
    double intercept,
    @Nullable Double cosine,
    double logOdds,
    String sentence) {}
