/**
 * Verifies an index without changing it.
 *
 * <p>Read {@link dev.ocellus.lucene.check.IndexCheck} first (what is checked, in which order), then
 * {@link dev.ocellus.lucene.check.LuceneCheck} (the files), {@link
 * dev.ocellus.lucene.check.BlockCheck} and {@link dev.ocellus.lucene.check.PhotoCheck} (what {@link
 * dev.ocellus.lucene.PhotoSchema} promises), {@link dev.ocellus.lucene.check.FileCheck} (the photos
 * on disk).
 */
@NullMarked
package dev.ocellus.lucene.check;

import org.jspecify.annotations.NullMarked;
