/**
 * Why a photo's captions were found: {@link dev.ocellus.lucene.highlight.CaptionHighlighter} marks
 * the words that matched, as they are written, in {@link
 * dev.ocellus.lucene.highlight.HighlightedCaption}s; {@link dev.ocellus.lucene.highlight.Markers}
 * makes text or HTML of one.
 */
@NullMarked
package dev.ocellus.lucene.highlight;

import org.jspecify.annotations.NullMarked;
