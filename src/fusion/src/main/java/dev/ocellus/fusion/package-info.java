/**
 * The match score: from a photo's and a query's features to a probability.
 *
 * <p>Read in this order: {@link dev.ocellus.fusion.Feature} (what is known of a pair), {@link
 * dev.ocellus.fusion.FusionModel} (features to a score), {@link dev.ocellus.fusion.LogisticFusion}
 * (the model that ships: a {@link dev.ocellus.fusion.Regime} for each kind of evidence, a {@link
 * dev.ocellus.fusion.FeatureCurve} for each feature), {@link dev.ocellus.fusion.FusionFile} (its
 * JSON form with its card), {@link dev.ocellus.fusion.FusionModels} (the bundled one).
 *
 * <p>Subpackages: {@code training} fits a model to labelled pairs, {@code metrics} measures
 * rankings and scores, {@code data} reads tables.
 */
@NullMarked
package dev.ocellus.fusion;

import org.jspecify.annotations.NullMarked;
