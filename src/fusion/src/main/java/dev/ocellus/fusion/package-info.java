/**
 * The match score: from a photo's and a query's features to a probability.
 *
 * <p>Read in this order: {@link dev.ocellus.fusion.Feature} (what is known of a pair), {@link
 * dev.ocellus.fusion.FusionModel} (features to a score), then the learners and the metrics.
 */
@NullMarked
package dev.ocellus.fusion;

import org.jspecify.annotations.NullMarked;
