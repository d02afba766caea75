/**
 * The fields that a photo has beside its captions and vectors: its own (size, date), its tags, and
 * the further columns of the captions table.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.fields.FieldKind} (what a value may be, and how
 * Lucene indexes it), {@link dev.ocellus.lucene.fields.FieldCatalogue} (which fields an index has),
 * {@link dev.ocellus.lucene.fields.FieldNames} (how a column may be called), {@link
 * dev.ocellus.lucene.fields.FieldValues} (those of one photo), {@link
 * dev.ocellus.lucene.fields.TableFields} (a table's columns, typed), {@link
 * dev.ocellus.lucene.fields.PhotoFields} (what a hit shows).
 */
@NullMarked
package dev.ocellus.lucene.fields;

import org.jspecify.annotations.NullMarked;
