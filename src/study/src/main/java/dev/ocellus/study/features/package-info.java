/**
 * What a learner sees of a photo and a text.
 *
 * <p>Read in this order: {@link dev.ocellus.study.features.ImageVectors} and {@link
 * dev.ocellus.study.features.TextVectors} (one vector a photo or text; implementations are the
 * encoders' outputs, {@link dev.ocellus.study.features.TfIdf} and {@link
 * dev.ocellus.study.features.WordVectors}), {@link dev.ocellus.study.features.PairFeatures} (both
 * become one row), {@link dev.ocellus.study.features.FusionTable} (the fusion's own features),
 * {@link dev.ocellus.study.features.VectorStore} (what was computed is kept).
 */
@NullMarked
package dev.ocellus.study.features;

import org.jspecify.annotations.NullMarked;
