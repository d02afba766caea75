/**
 * Single photos added to an index, changed and deleted.
 *
 * <p>Read {@link dev.ocellus.lucene.edit.PhotoEditor} first, then {@link
 * dev.ocellus.lucene.edit.PhotoEdit} (what is changed of a photo) and {@link
 * dev.ocellus.lucene.edit.EditEncoder} (what has to be encoded for it, and what has not).
 */
@NullMarked
package dev.ocellus.lucene.edit;

import org.jspecify.annotations.NullMarked;
