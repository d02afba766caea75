/**
 * Other words for a query's words, by choice: "animal" finds captions with "dog", at a lower
 * weight.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.expand.Expander} (a query's words in, the same
 * with alternatives out), {@link dev.ocellus.lucene.expand.Relation} (how a word is related to the
 * query's) and {@link dev.ocellus.lucene.expand.RelationWeights} (what that is worth, learned from
 * captions), {@link dev.ocellus.lucene.expand.Thesaurus} and its two kinds: {@link
 * dev.ocellus.lucene.expand.WordNet} and {@link dev.ocellus.lucene.expand.SynonymFile}.
 */
@NullMarked
package dev.ocellus.lucene.expand;

import org.jspecify.annotations.NullMarked;
