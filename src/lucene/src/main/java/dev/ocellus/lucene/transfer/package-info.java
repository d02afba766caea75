/**
 * Photos as JSON, without encoding anything: as lines out of one index into another, and as
 * documents of a search cluster.
 *
 * <p>Read {@link dev.ocellus.lucene.transfer.PhotoExport} and {@link
 * dev.ocellus.lucene.transfer.PhotoImport} first, then the form of the file: {@link
 * dev.ocellus.lucene.transfer.ExportHeader} (the first line), {@link
 * dev.ocellus.lucene.transfer.PhotoLine} (the others) and {@link
 * dev.ocellus.lucene.transfer.Vectors} (how vectors are written). {@link
 * dev.ocellus.lucene.transfer.PhotoSource} is a photo as a search cluster's document.
 */
@NullMarked
package dev.ocellus.lucene.transfer;

import org.jspecify.annotations.NullMarked;
