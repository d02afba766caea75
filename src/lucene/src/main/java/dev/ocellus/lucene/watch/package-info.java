/**
 * Keeps an index up to date with its folder while photos come, change and go.
 *
 * <p>Read {@link dev.ocellus.lucene.watch.PhotoWatcher} first (when to look at the folder, and what
 * to say of it), then {@link dev.ocellus.lucene.watch.FolderEvents} (that something changed) and
 * {@link dev.ocellus.lucene.watch.HeldProblems} (files that are still being written). What changed
 * is found by {@link dev.ocellus.lucene.index.PhotoIndexer}, which looks at the whole folder but
 * reads only what {@link dev.ocellus.lucene.index.FileStamps} does not know.
 */
@NullMarked
package dev.ocellus.lucene.watch;

import org.jspecify.annotations.NullMarked;
