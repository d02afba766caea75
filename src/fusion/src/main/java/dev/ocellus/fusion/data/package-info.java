/**
 * Tables that come from outside: captions of photos.
 *
 * <p>Start at {@link dev.ocellus.fusion.data.CaptionTable#read}. A malformed row is named by file
 * and line and left out; only a table without the right header is an error.
 */
@NullMarked
package dev.ocellus.fusion.data;

import org.jspecify.annotations.NullMarked;
