/**
 * From a request to an answer.
 *
 * <p>What a {@link dev.ocellus.lucene.SearchRequest} is made of: {@link
 * dev.ocellus.lucene.search.Syntax}, {@link dev.ocellus.lucene.search.PictureQuery}, {@link
 * dev.ocellus.lucene.search.Restriction}, {@link dev.ocellus.lucene.search.Arrangement}, {@link
 * dev.ocellus.lucene.search.Details}. How it is answered: {@link
 * dev.ocellus.lucene.search.PhotoSearch} has the whole way; {@code QueryCompiler} turns the request
 * into Lucene's queries, of which {@link dev.ocellus.lucene.search.HybridCompiler} makes the one
 * that ranks, here and in a search cluster, {@code ResultReader} reads the page that is asked for,
 * {@code HitReader} what is shown of its hits.
 */
@NullMarked
package dev.ocellus.lucene.search;

import org.jspecify.annotations.NullMarked;
