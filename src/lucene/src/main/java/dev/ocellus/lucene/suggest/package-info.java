/**
 * What a search box offers beside photos: completions of a half-typed query, and another spelling
 * of a word that no caption has.
 *
 * <p>Programs start at {@link dev.ocellus.lucene.suggest.Suggestions}, which follows an index's
 * commits without holding up searches, and lends the {@link
 * dev.ocellus.lucene.suggest.CaptionDictionary} of one. Behind it, in reading order: {@code
 * VisibleCaptions} (the texts that may be shown), {@code CaptionWords} (a text's words), {@code
 * PhraseCounter} (the phrases that captions share), {@link dev.ocellus.lucene.suggest.Completer}
 * (completion), {@link dev.ocellus.lucene.suggest.Speller} (did you mean).
 */
@NullMarked
package dev.ocellus.lucene.suggest;

import org.jspecify.annotations.NullMarked;
