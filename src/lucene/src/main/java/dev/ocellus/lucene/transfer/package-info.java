/**
 * Indexes as JSON Lines: out of one index, into another, without encoding anything.
 *
 * <p>Read {@link dev.ocellus.lucene.transfer.PhotoExport} and {@link
 * dev.ocellus.lucene.transfer.PhotoImport} first, then the form of the file: {@link
 * dev.ocellus.lucene.transfer.ExportHeader} (the first line), {@link
 * dev.ocellus.lucene.transfer.PhotoLine} (the others) and {@link
 * dev.ocellus.lucene.transfer.Vectors} (how vectors are written).
 */
@NullMarked
package dev.ocellus.lucene.transfer;

import org.jspecify.annotations.NullMarked;
