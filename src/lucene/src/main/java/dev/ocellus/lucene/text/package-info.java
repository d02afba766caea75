/**
 * Texts as the features see them, queries and captions alike: {@link
 * dev.ocellus.lucene.text.TextEncoder} makes an {@link dev.ocellus.lucene.text.EncodedText} of
 * each, with its vectors, its tokens' vectors ({@link dev.ocellus.lucene.text.TokenVectors}) and
 * whom or what it is about ({@link dev.ocellus.lucene.text.Subject}). {@link
 * dev.ocellus.lucene.text.WordWeight} makes a word of a query count more. {@link
 * dev.ocellus.lucene.text.ReferenceTexts} tells how near a photo is to texts at large, {@link
 * dev.ocellus.lucene.text.LanguageNotes} that an encoder does not know a query's language. {@link
 * dev.ocellus.lucene.text.StableSum} adds what scores are made of.
 */
@NullMarked
package dev.ocellus.lucene.text;

import org.jspecify.annotations.NullMarked;
