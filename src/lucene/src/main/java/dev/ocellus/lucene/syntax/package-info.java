/**
 * The query language: from what a user typed to what is to be searched.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.syntax.PhotoQueryParser} (text in), {@link
 * dev.ocellus.lucene.syntax.ParsedQuery} (what comes out: texts, photos, a condition, notes),
 * {@link dev.ocellus.lucene.syntax.CharacterReader} and {@link
 * dev.ocellus.lucene.syntax.OperatorReader} (what of the text is syntax at all), {@link
 * dev.ocellus.lucene.syntax.TreeParser} (Lucene's classic parser, whose factory methods make {@link
 * dev.ocellus.lucene.syntax.Node}s), {@link dev.ocellus.lucene.syntax.FieldConditions} (fields and
 * their values, within limits), {@link dev.ocellus.lucene.syntax.ConditionFields} (whose fields an
 * index with others may bring), {@link dev.ocellus.lucene.syntax.TextCollector} (tree to texts) and
 * {@link dev.ocellus.lucene.syntax.ConditionBuilder} (tree to condition).
 */
@NullMarked
package dev.ocellus.lucene.syntax;

import org.jspecify.annotations.NullMarked;
