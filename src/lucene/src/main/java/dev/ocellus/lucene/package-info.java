/**
 * Photo search on Lucene.
 *
 * <p>Embedding programs read {@link dev.ocellus.lucene.PhotoIndex} (open, search, close), {@link
 * dev.ocellus.lucene.SearchRequest} and {@link dev.ocellus.lucene.SearchResponse}; an index is kept
 * up to date by {@link dev.ocellus.lucene.watch.PhotoWatcher} and {@link
 * dev.ocellus.lucene.edit.PhotoEditor}, verified by {@link dev.ocellus.lucene.check.IndexCheck} and
 * carried elsewhere by {@link dev.ocellus.lucene.transfer.PhotoExport}. Lucene users take the
 * pieces: {@link dev.ocellus.lucene.analysis.CaptionAnalyzer}, {@link
 * dev.ocellus.lucene.query.HybridQuery}, {@link dev.ocellus.lucene.index.PhotoIndexer}. {@link
 * dev.ocellus.lucene.PhotoSchema} says what a photo is in the index.
 */
@NullMarked
package dev.ocellus.lucene;

import org.jspecify.annotations.NullMarked;
