/**
 * The hybrid query.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.query.HybridQuery} (the query that any
 * IndexSearcher takes), {@link dev.ocellus.lucene.query.QueryPart} (what it is made of: {@link
 * dev.ocellus.lucene.query.TextPart}, {@link dev.ocellus.lucene.query.LikePart}, {@link
 * dev.ocellus.lucene.query.MixedPart}; {@link dev.ocellus.lucene.query.LikeVector} does the
 * arithmetic of pictures and words), {@link dev.ocellus.lucene.query.LemmaGroup} (a text's words),
 * {@link dev.ocellus.lucene.query.HybridScorer} (what the parts say of a photo, and its score),
 * {@link dev.ocellus.lucene.query.FeatureExtractor} (what is known of a photo and a text; {@code
 * StableCosine} makes cosines that any processor rounds alike), {@link
 * dev.ocellus.lucene.query.CandidateSearch} (who is scored at all), {@link
 * dev.ocellus.lucene.query.CandidateQuery} (what a hybrid query is rewritten to). In a search
 * cluster {@link dev.ocellus.lucene.query.PhotoLayout} says where an index holds what, and {@link
 * dev.ocellus.lucene.query.LateHybridQuery} looks for candidates later.
 */
@NullMarked
package dev.ocellus.lucene.query;

import org.jspecify.annotations.NullMarked;
