/**
 * Photo files to documents.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.index.PhotoIndexer} (one run), {@link
 * dev.ocellus.lucene.index.PhotoFolder} (the files), {@link dev.ocellus.lucene.index.PhotoEncoder}
 * (a batch, file to vectors), {@link dev.ocellus.lucene.index.ExistingPhotos} (what need not be
 * encoded again), {@link dev.ocellus.lucene.index.PhotoDocument} (photo to documents), {@link
 * dev.ocellus.lucene.index.PhotoIndexWriter} (commits), {@link dev.ocellus.lucene.index.Reencoding}
 * (from one encoder to another), {@link dev.ocellus.lucene.index.WritableIndex} (single photos, for
 * the packages edit and transfer), {@link dev.ocellus.lucene.index.TargetIndexer} (the same run
 * into an index that is elsewhere, a {@link dev.ocellus.lucene.index.PhotoTarget}).
 */
@NullMarked
package dev.ocellus.lucene.index;

import org.jspecify.annotations.NullMarked;
