/**
 * Learners: from features with targets to a score from 0 to 1.
 *
 * <p>Read in this order: {@link dev.ocellus.study.learn.Dataset} (what is learned from), {@link
 * dev.ocellus.study.learn.Learner} and {@link dev.ocellus.study.learn.Predictor} (the contract),
 * {@link dev.ocellus.study.learn.Learners} (all of them by name). Each comes from a library:
 * LightGBM grows the trees, PyTorch fits the linear models and the perceptron.
 */
@NullMarked
package dev.ocellus.study.learn;

import org.jspecify.annotations.NullMarked;
