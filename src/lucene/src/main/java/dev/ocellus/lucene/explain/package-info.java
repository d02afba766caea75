/**
 * Why a photo has its score, in numbers that add up and in sentences.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.explain.HitExplainer} (ask it), {@link
 * dev.ocellus.lucene.explain.HitExplanation} (a product of parts), {@link
 * dev.ocellus.lucene.explain.TextExplanation} (a sum of log-odds), {@link
 * dev.ocellus.lucene.explain.FeatureExplanation} (one of them), {@code FeatureSentences} (the
 * words).
 */
@NullMarked
package dev.ocellus.lucene.explain;

import org.jspecify.annotations.NullMarked;
