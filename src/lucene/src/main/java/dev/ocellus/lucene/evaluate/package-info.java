/**
 * Measuring retrieval, and drawing pairs to train a fusion on: {@link
 * dev.ocellus.lucene.evaluate.RetrievalEvaluation} runs the queries, {@link
 * dev.ocellus.lucene.evaluate.Rankings} ranks one query's photos by every signal and by every
 * {@link dev.ocellus.lucene.evaluate.RankFusion}, {@link dev.ocellus.lucene.evaluate.LeaveOneOut}
 * scores a photo as if it lacked the query's own caption, {@link
 * dev.ocellus.lucene.evaluate.PairSampler} draws the pairs, {@link
 * dev.ocellus.lucene.evaluate.LikenessPairs} those of photos and photos.
 */
@NullMarked
package dev.ocellus.lucene.evaluate;

import org.jspecify.annotations.NullMarked;
