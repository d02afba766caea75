/**
 * Fits a fusion model to labelled pairs.
 *
 * <p>Read in this order: {@link dev.ocellus.fusion.training.TrainingPairs} (what is learned from),
 * {@link dev.ocellus.fusion.training.GroupedSplit} (no photo on both sides),
 * dev.ocellus.fusion.training.LogisticFusionTrainer} (the fit),
 * dev.ocellus.fusion.training.FusionCalibration} (how far to trust the score), {@link
 * dev.ocellus.fusion.training.LikenessTrainer} (the same for photos by pictures). Below the trainer
 * stand the parts of the fit: knots, hat functions, the penalised loss and the solver.
 */
@NullMarked
package dev.ocellus.fusion.training;

import org.jspecify.annotations.NullMarked;
