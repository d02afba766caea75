package dev.ocellus.lucene.explain;

import dev.ocellus.fusion.Feature;
import org.jspecify.annotations.Nullable;

/**
 * One feature of a photo.
 *
 * @param feature which
 * @param value as {@link Feature} says, or null where it is missing
 * @param logOdds what it adds to the log-odds of the text, 0 where it is not weighed; null where
 *     the probability is no sum
 * @param sentence what the value says, in English: "captions cover 3 of 4 words; missing: frisbee"
 */
public record FeatureExplanation(
    Feature feature, @Nullable Float value, @Nullable Double logOdds, String sentence) {}
