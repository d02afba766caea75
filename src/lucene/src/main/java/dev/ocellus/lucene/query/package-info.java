/**
 * The hybrid query.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.query.HybridQuery} (the query that any
 * IndexSearcher takes), {@link dev.ocellus.lucene.query.LemmaGroup} (a query's words), {@link
 * dev.ocellus.lucene.query.FeatureExtractor} (what is known of a candidate), {@link
 * dev.ocellus.lucene.query.CandidateQuery} (what a hybrid query is rewritten to).
 */
@NullMarked
package dev.ocellus.lucene.query;

import org.jspecify.annotations.NullMarked;
